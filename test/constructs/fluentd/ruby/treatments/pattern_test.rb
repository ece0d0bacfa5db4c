# frozen_string_literal: true

require 'test/unit'
require 'fluent/config/error'
require_relative '../../../../../constructs/fluentd/ruby/treatments/pattern'

# Patterns of teams.
class PatternTest < Test::Unit::TestCase
  data('a text' => ['5\d\d', 'status 503', true], 'a number' => ['\A5\d\d\z', 503, true],
       'true' => ['true', true, true], 'an object' => ['a', { 'a' => 'a' }, false],
       'bytes that are no text' => ['b', "\xFFb", true], 'bytes without an encoding' => ['\u{e4}', "\u00e4".b, true],
       'a line' => ['a\nb', "\xFFa\nb", true], 'no line' => ['\n', 'a\nb', false],
       'a backslash' => ['a\\\\n', 'a\n', true],
       'a text of bytes' => ['b c', "\xFFb c".b, true], 'a text that is a number' => ['0', 503, true],
       'no match' => ['\Ab', 'ab', false])
  test 'the text of a value matches or does not' do |(source, value, expected)|
    assert_equal expected, Efk::Pattern.new(source).match?(value)
  end

  test 'a pattern that takes too long is given up' do
    slow = Efk::Pattern.new('\A(a*)*\1\z')
    assert_raise(Regexp::TimeoutError) { slow.match?("#{'a' * 40}b") }
  end

  test 'what is no pattern is refused' do
    error = assert_raise(Fluent::ConfigError) { Efk::Pattern.new('(') }
    assert_match(/\Aa pattern must be a regular expression: /, error.message)
  end
end
