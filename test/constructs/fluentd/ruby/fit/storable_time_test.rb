# frozen_string_literal: true

require 'test/unit'
require 'fluent/time'
require_relative '../../../../../constructs/fluentd/ruby/fit/storable_time'

# Which times Elasticsearch stores.
class StorableTimeTest < Test::Unit::TestCase
  setup { @time = Efk::StorableTime.new }

  data('nanoseconds' => '2026-11-25T07:00:00.123456789Z', 'no fraction' => '2026-11-25T07:00:00Z',
       'a short one' => '2026-11-25T07:00:00.5Z', 'an offset' => '2026-11-25T16:00:00.123456789+09:00',
       'the first' => '1970-01-01T00:00:00Z', 'the first by its offset' => '1969-12-31T23:00:00-01:00',
       'the last' => '2262-04-11T23:47:16.854775807Z',
       'the last by its offset' => '2262-04-12T01:47:16.854775807+02:00',
       'a leap day' => '2024-02-29T23:59:59.999999999-11:30')
  test 'these' do |text|
    assert @time.storable?(text)
    assert @time.storable?(text), 'again'
  end

  data('before 1970' => '1969-12-31T23:59:59Z', 'before 1970 by its offset' => '1970-01-01T00:00:00+00:01',
       'a nanosecond late' => '2262-04-11T23:47:16.854775808Z', 'far' => '9999-12-31T23:59:59Z',
       'year 0' => '0000-01-01T00:00:00Z', 'no such day' => '2026-02-29T00:00:00Z',
       'no such month' => '2026-13-01T00:00:00Z', 'no such hour' => '2026-11-25T24:00:00Z',
       'a leap second' => '2026-06-30T23:59:60Z', 'no zone' => '2026-11-25T07:00:00',
       'a space' => '2026-11-25 07:00:00Z', 'no time' => 'now', 'nothing' => '',
       'ten digits' => '2026-11-25T07:00:00.1234567890Z', 'a line break' => "2026-11-25T07:00:00Z\n",
       'not UTF-8' => "2026-11-25T07:00:0\xE9Z", 'a number' => 1_764_054_000, 'none' => nil)
  test 'not these, also in an hour that was seen' do |text|
    @time.storable?('2026-11-25T07:00:00Z')
    refute @time.storable?(text)
  end

  test 'an instant has a text with nanoseconds' do
    assert_equal '2026-11-25T07:00:00.000000005Z', @time.text(Fluent::EventTime.new(Time.utc(2026, 11, 25, 7).to_i, 5))
    assert_equal '2026-11-25T07:00:00.500000000Z', @time.text(Time.new(2026, 11, 25, 16, 0, 0.5r, '+09:00'))
  end

  data('none' => nil, 'a number' => 5, 'before 1970' => Fluent::EventTime.new(-1, 0))
  test 'it is that of now where there is no instant that can be stored' do |time|
    assert_in_delta Time.now.to_f, Time.iso8601(@time.text(time)).to_f, 5
  end
end
