# frozen_string_literal: true

require 'test/unit'
require 'bigdecimal'
require_relative '../../../../../constructs/fluentd/ruby/fit/storable_fields'

# What `flattened` gets of any fields.
class StorableFieldsTest < Test::Unit::TestCase
  Unstorable = Efk::StorableFields::Unstorable

  setup { @storable = Efk::StorableFields.new }

  # The fields that are stored of +fields+, and what was changed for them.
  def of(fields)
    changes = []
    [@storable.of(fields) { |change| changes << change }, changes]
  end

  def assert_withheld(why, fields)
    assert_equal(why, assert_raise(Unstorable) { of(fields) }.message)
  end

  test 'what can be stored stays as it is, and the fields that were given are not changed' do
    fields = { 'a' => 'b', 'n' => [1, -0.5, nil, true, { 'o' => {} }], 'large' => (2**64) - 1 }
    before = Marshal.dump(fields)
    assert_equal [fields, []], of(fields)
    assert_equal before, Marshal.dump(fields)
    assert_equal [fields, []], of(Ractor.make_shareable(fields))
  end

  data('NaN' => [Float::NAN, 'NaN'], 'infinite' => [-Float::INFINITY, '-Infinity'], 'large' => [2**64, (2**64).to_s],
       'a fraction of Ruby' => [0.5r, '1/2'], 'a decimal' => [BigDecimal('1e400'), '0.1e401'],
       'a time' => [Time.utc(2026, 11, 25, 7), '2026-11-25 07:00:00 UTC'])
  test 'what JSON has no value for becomes its text' do |(value, text)|
    assert_equal [{ 'a' => text, 'l' => [text] }, [:number]], of({ 'a' => value, 'l' => [value] })
  end

  test 'keys and values are text of UTF-8, also those that do not say so' do
    assert_equal [{ 'é' => 'é', 'k' => 'v' }, []], of({ 'é'.b => 'é'.b, k: :v })
    assert_equal [{ "\uFFFD" => { 'b' => ["caf\uFFFD"] } }, [:encoding]], of({ "\xE9" => { 'b' => ["caf\xE9"] } })
    values = of({ 'a' => 'é'.b })[0]
    assert_equal Encoding::UTF_8, values['a'].encoding
  end

  test 'objects and lists may be nested as deep as flattened and writers of JSON take' do
    nested = ->(depth, &wrap) { depth.times.reduce(1) { |value, _| wrap[value] } }
    objects = ->(depth) { nested.call(depth) { |value| { 'a' => value } } }
    lists = ->(depth) { { 'a' => nested.call(depth) { |value| [value] } } }
    assert_equal [objects[20], []], of(objects[20])
    assert_equal [lists[63], []], of(lists[63])
    [objects[21], lists[64], objects[10_000], lists[10_000]].each do |deep|
      assert_withheld Efk::StorableFields::TOO_DEEP, deep
    end
  end

  test 'keys have no NUL, and are together no longer than a term of Lucene' do
    assert_withheld 'a key has the character NUL', { 'a' => [{ "\0" => 1 }] }
    assert_equal [{ 'k' * 29_693 => 1 }, []], of({ 'k' * 29_693 => 1 })
    [{ 'k' * 29_694 => 1 }, { 'k' * 20_000 => [{ 'k' * 9_693 => 1 }] }].each do |long|
      assert_withheld 'the keys of a value have more than 29693 bytes', long
    end
  end
end
