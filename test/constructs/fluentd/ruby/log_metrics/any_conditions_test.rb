# frozen_string_literal: true

require 'test/unit'
require 'fluent/config/error'
require_relative '../../../../../constructs/fluentd/ruby/log_metrics/any_conditions'

# Whether a record fulfils one of several conditions.
class AnyConditionsTest < Test::Unit::TestCase
  def fulfilled?(list, record)
    Efk::AnyConditions.new(list.map { |where| Efk::Conditions.new(where) }).fulfilled?(record)
  end

  MANY = %w[a b c d e].map { |name| { name => 1 } }

  data('the first' => ['a', true], 'the third' => ['c', true], 'the last of many' => ['e', true],
       'another' => ['f', false])
  test 'every one of many fields is asked for' do |(name, expected)|
    assert_equal expected, fulfilled?(MANY, { name => 1 })
  end

  data('false' => [{ 'a' => false }, { 'a' => false }, true], 'not false' => [{ 'a' => false }, { 'a' => nil }, false],
       'a text' => [{ 'a' => { 'matches' => 'alse' } }, { 'a' => false }, true],
       'not a value' => [{ 'a' => { 'not' => 'x' } }, { 'a' => false }, true],
       'below what is false' => [{ 'a.b' => { 'not' => 'x' } }, { 'a' => false }, false])
  test 'a field that is false is a field' do |(where, record, expected)|
    assert_equal expected, fulfilled?([where], record)
  end

  data('all of one' => [{ 'a' => 1, 'b' => 2 }, true], 'all of the other' => [{ 'a' => 3 }, true],
       'some of one' => [{ 'a' => 1, 'b' => 3 }, false])
  test 'conditions of several fields hold together' do |(record, expected)|
    assert_equal expected, fulfilled?([{ 'a' => 1, 'b' => 2 }, { 'a' => 3 }], record)
  end

  data('one' => [{ 'a' => { 'b' => 1 } }, true], 'the other' => [{ 'a' => { 'c' => 2 } }, true],
       'with a dot in its key' => [{ 'a' => { 'd.e' => 3 } }, true], 'neither' => [{ 'a' => { 'b' => 2 } }, false],
       'nothing below it' => [{ 'a' => 'b' }, false])
  test 'fields of one object are asked for there' do |(record, expected)|
    assert_equal expected, fulfilled?([{ 'a.b' => 1 }, { 'a.c' => 2 }, { 'a.d.e' => 3 }], record)
  end

  test 'without conditions nothing is fulfilled' do
    assert_equal false, fulfilled?([], { 'a' => 1 })
  end
end
