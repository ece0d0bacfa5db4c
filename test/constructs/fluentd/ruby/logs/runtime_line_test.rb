# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/logs/runtime_line'

class RuntimeLineTest < Test::Unit::TestCase
  def read(line)
    parser = Efk::RuntimeLine.new
    buffer = "before\n#{line}\nafter".b
    return unless parser.read?(buffer, 7, 7 + line.bytesize)

    [parser.time, parser.stream, parser.text, parser.partial?]
  end

  data(
    'nine digits' => ['2026-11-25T07:00:00.123456789Z stdout F a b', '2026-11-25T07:00:00.123456789Z', 'stdout', 'a b'],
    'zeros are cut' => ['2026-11-25T07:00:00.5Z stderr F x', '2026-11-25T07:00:00.5Z', 'stderr', 'x'],
    'no fraction' => ['2026-11-25T07:00:01Z stdout F x', '2026-11-25T07:00:01Z', 'stdout', 'x'],
    'an offset' => ['2026-11-25T07:00:00.123456789+09:00 stdout F x', '2026-11-25T07:00:00.123456789+09:00',
                    'stdout', 'x'],
    'more tags' => ['2026-11-25T07:00:00.123456789Z stdout F:x:y z', '2026-11-25T07:00:00.123456789Z', 'stdout', 'z'],
    'spaces are kept' => ['2026-11-25T07:00:01Z stdout F   x  ', '2026-11-25T07:00:01Z', 'stdout', '  x  '],
    'no text' => ['2026-11-25T07:00:01Z stdout F ', '2026-11-25T07:00:01Z', 'stdout', ''],
    'no text and no space' => ['2026-11-25T07:00:01Z stdout F', '2026-11-25T07:00:01Z', 'stdout', ''],
    'characters' => ['2026-11-25T07:00:01Z stdout F né 🚀', '2026-11-25T07:00:01Z', 'stdout', 'né 🚀']
  )
  test 'a full line of containerd or CRI-O' do |(line, *expected)|
    assert_equal([*expected, false], read(line))
  end

  test 'a part of a line' do
    assert_equal(['2026-11-25T07:00:01Z', 'stdout', 'x', true], read('2026-11-25T07:00:01Z stdout P x'))
  end

  test 'a line of Docker' do
    assert_equal(['2026-11-25T07:00:00Z', 'stderr', 'a "b"', false],
                 read('{"log":"a \"b\"\n","stream":"stderr","time":"2026-11-25T07:00:00Z"}'))
    assert_equal(['2026-11-25T07:00:00Z', 'stdout', 'a', true],
                 read('{"log":"a","stream":"stdout","attrs":{"tag":"x"},"time":"2026-11-25T07:00:00Z"}'))
  end

  data(
    'empty' => '', 'text' => 'garbage without form', 'another stream' => '2026-11-25T07:00:01Z stdin F x',
    'another tag' => '2026-11-25T07:00:01Z stdout X x', 'cut in its time' => '2026-11-25T07:00:0',
    'cut behind the stream' => '2026-11-25T07:00:01Z stdout', 'JSON of another form' => '{"message":"x"}',
    'half JSON' => '{"log":"x', 'an array' => '{"log":["x"],"stream":"stdout","time":"x"}', 'a space first' => ' x'
  )
  test 'no line of a runtime' do |line|
    assert_nil(read(line))
  end
end
