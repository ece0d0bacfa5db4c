# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/logs/runtime_time'

class RuntimeTimeTest < Test::Unit::TestCase
  def parse(text)
    time = Efk::RuntimeTime.new.parse(text)
    time && [time.sec, time.nsec]
  end

  data(
    'nine digits' => ['2026-11-25T07:00:00.123456789Z', 123_456_789],
    'one digit' => ['2026-11-25T07:00:00.5Z', 500_000_000],
    'none' => ['2026-11-25T07:00:00Z', 0], 'an offset' => ['2026-11-25T16:00:00.000000001+09:00', 1]
  )
  test 'a time' do |(text, nanoseconds)|
    assert_equal([1_795_590_000, nanoseconds], parse(text))
  end

  test 'many times, one after another' do
    clock = Efk::RuntimeTime.new
    times = %w[2026-11-25T07:00:00.1Z 2026-11-25T07:00:00.2Z 2026-11-25T07:00:01Z 2026-11-25T07:00:00.3Z]
    assert_equal([0.1, 0.2, 1.0, 0.3], times.map { |text| (clock.parse(text).to_r - 1_795_590_000).to_f })
  end

  data('nothing' => '', 'text' => 'yesterday', 'a month too many' => '2026-13-25T07:00:00Z',
       'no zone' => '2026-11-25T07:00:00')
  test 'no time' do |text|
    assert_nil(parse(text))
  end
end
