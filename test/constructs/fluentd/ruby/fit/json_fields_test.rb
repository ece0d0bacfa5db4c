# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/fit/json_fields'

# Which fields a message has.
class JsonFieldsTest < Test::Unit::TestCase
  Unstorable = Efk::StorableFields::Unstorable

  setup { @fields = Efk::JsonFields.new }

  # The fields of +message+, and what was changed for them.
  def of(message)
    changes = []
    [@fields.of(message) { |change| changes << change }, changes]
  end

  def assert_withheld(why, message)
    assert_equal(why, assert_raise(Unstorable) { of(message) }.message)
  end

  test 'an object of JSON gives its fields' do
    message = '{"level":"info","took":1.5,"http":{"status":200},"tags":["a",null,true],"o":{},"n":null}'
    fields = { 'level' => 'info', 'took' => 1.5, 'http' => { 'status' => 200 }, 'tags' => ['a', nil, true], 'o' => {},
               'n' => nil }
    assert_equal [fields, []], of(message)
    assert_equal [{}, []], of('{}')
  end

  data('a scalar' => '42', 'a list' => '[{"a":1},{"a":2}]', 'an empty list' => '[]', 'text' => 'ready',
       'two objects' => '{"a":1}{"b":2}', 'text behind it' => '{"a":1} ok', 'a comment' => '{"a":1} // x',
       'a comment inside' => '{/**/"a":1}', 'a comma too many' => '{"a":1,}', 'single quotes' => "{'a':1}",
       'a cut object' => '{"a":"b', 'NUL outside' => "{\0}", 'nothing' => '', 'spaces' => '  ', 'a brace' => '{',
       'a control character in a text' => "{\"a\":\"b\tc\"}", 'a leading zero' => '{"a":01}',
       'NaN that is no value' => '{"a":NaN x}', 'half a surrogate in no JSON' => '{"a":"\ud800}',
       'a deep list that does not end' => "{\"a\":#{'[' * 30}")
  test 'what is no object of JSON has none' do |message|
    assert_equal [nil, []], of(message)
  end

  data('a carriage return' => "{\"a\":1}\r", 'spaces' => '{"a":1}  ', 'a line break' => "{\n  \"a\": 1\n}\n",
       'a byte order mark' => "\uFEFF{\"a\":1}")
  test 'what stands around an object does no harm' do |message|
    assert_equal [{ 'a' => 1 }, []], of(message)
  end

  test 'nothing is expanded and nothing becomes an object of Ruby' do
    fields = { 'json_class' => 'String', '^o' => 'Object', ':a' => ':b', 'x' => "\#{1+1} ${tag}" }
    assert_equal [fields, []], of(JSON.generate(fields))
  end

  test 'of equal keys the last one counts' do
    assert_equal [{ 'a' => 2 }, []], of('{"a":1,"a":2}')
  end

  data('beyond 64 bits' => %w[18446744073709551616] * 2, 'below 64 bits' => %w[-9223372036854775809] * 2,
       '30 digits' => ['9' * 30] * 2, '100,000 digits' => ['7' * 100_000] * 2, 'a large exponent' => ['1e400'] * 2,
       'a negative one' => ['-1E+999'] * 2, 'a huge one' => ['1e999999999'] * 2, 'NaN' => %w[NaN NaN],
       'infinite' => %w[Infinity Infinity], 'negative infinite' => %w[-Infinity -Infinity])
  test 'a number that cannot be stored becomes its text, beside fields that stay' do |(number, text)|
    fields = { 'a' => 1, 'n' => text, 'deep' => { 'list' => [0.5, text] } }
    assert_equal [fields, [:number]], of("{\"a\":1,\"n\":#{number},\"deep\":{\"list\":[0.5,#{number}]}}")
  end

  data('largest' => 18_446_744_073_709_551_615, 'smallest' => -9_223_372_036_854_775_808, 'small' => 1e-300,
       'exact' => 12_345_678.123456789, 'whole' => 1.0)
  test 'a number that can be stored stays a number' do |number|
    assert_equal [{ 'n' => number }, []], of("{\"n\":#{number}}")
  end

  test 'a number that is too small for a Float is zero' do
    assert_equal [{ 'n' => 0.0 }, []], of('{"n":1e-999}')
  end

  test 'half of a surrogate pair becomes U+FFFD; pairs and what only looks like one stay' do
    fields = { 'a' => 'x�y', 'b' => '��', 'c' => '😀', 'd' => '\ud800' }
    assert_equal [fields, [:surrogate]], of('{"a":"x\ud800y","b":"\udc00\ud800","c":"\ud83d\ude00","d":"\\\\ud800"}')
    assert_equal [fields.slice('c', 'd'), []], of('{"c":"\ud83d\ude00","d":"\\\\ud800"}')
  end

  test 'backslashes that are escaped before a half count in pairs' do
    (0..3).each do |pairs|
      assert_equal [{ 'a' => "#{'\\' * pairs}�" }, [:surrogate]], of("{\"a\":\"#{'\\\\' * pairs}\\ud83d\"}")
      assert_equal [{ 'a' => "#{'\\' * (pairs + 1)}ud83d" }, []], of("{\"a\":\"#{'\\\\' * (pairs + 1)}ud83d\"}")
    end
  end

  test 'NUL in a value stays' do
    assert_equal [{ 'm' => "a\0b" }, []], of('{"m":"a\u0000b"}')
  end

  data('at the top' => '{"a\u0000b":1}', 'inside' => '{"a":[{"\u0000":null}]}')
  test 'an object with NUL in a key, which flattened reserves, is withheld' do |message|
    assert_withheld 'a key has the character NUL', message
  end

  test 'twenty objects in each other, the limit of flattened, have fields; one more is withheld' do
    nested = ->(depth) { "#{'{"a":' * depth}1#{'}' * depth}" }
    assert_equal [JSON.parse(nested[20]), []], of(nested[20])
    assert_withheld Efk::StorableFields::TOO_DEEP, nested[21]
  end

  test 'lists do not count as depth, up to what any writer of JSON takes' do
    nested = ->(lists) { "{\"a\":#{'[' * lists}{\"b\":1}#{']' * lists}}" }
    assert_equal [JSON.parse(nested[62]), []], of(nested[62])
    assert_withheld Efk::StorableFields::TOO_DEEP, nested[63]
  end

  data('126' => 126, '127' => 127, '1,900' => 1_900, '100,000' => 100_000)
  test 'any depth is withheld at once' do |depth|
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    [['{"a":', '}'], ['[', ']'], ['{"a":[', ']}']].each do |opening, closing|
      assert_withheld Efk::StorableFields::TOO_DEEP, "{\"a\":#{opening * depth}1#{closing * depth}}"
    end
    assert_operator Process.clock_gettime(Process::CLOCK_MONOTONIC) - started, :<, 2
  end

  test 'keys may be empty, blank, dotted or long, up to a term of Lucene' do
    fields = { '' => 1, ' ' => 2, '.' => 3, 'a.b' => { 'c..d' => 4 }, 'k' * 29_693 => 5 }
    assert_equal [fields, []], of(JSON.generate(fields))

    [{ 'k' * 29_694 => 1 }, { 'k' * 20_000 => { 'k' * 9_693 => 1 } }, { 'é' * 14_847 => [] }].each do |long|
      assert_withheld 'the keys of a value have more than 29693 bytes', JSON.generate(long)
    end
  end

  test 'a long value and 100,000 keys stay' do
    fields = { 'v' => 'x' * 40_000, 'm' => (0...100_000).to_h { |number| ["key_#{number}", number] } }
    assert_equal [fields, []], of(JSON.generate(fields))
  end

  test 'a long object is read like a short one' do
    long = 'x' * 40_000
    assert_equal [{ 'v' => long, 'a' => (2**64).to_s }, [:number]], of("{\"v\":\"#{long}\",\"a\":#{2**64}}")
    assert_equal [{ 'v' => "#{long}\uFFFD" }, [:surrogate]], of("{\"v\":\"#{long}\\ud800\"}")
    assert_equal [{ 'v' => long, 'a' => 'NaN' }, [:number]], of("{\"v\":\"#{long}\",\"a\":NaN}")
    assert_equal [nil, []], of("{\"v\":\"#{long}\",}")
  end
end
