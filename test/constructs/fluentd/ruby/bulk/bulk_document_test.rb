# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/bulk/bulk_document'

class BulkDocumentTest < Test::Unit::TestCase
  def lines(record)
    Efk::BulkDocument.lines(record)
  end

  def document(record)
    JSON.parse(lines(record).lines.last)
  end

  def id(record)
    JSON.parse(lines(record).lines.first)['create']['_id']
  end

  test 'a record is two lines, its id and the rest' do
    assert_equal(%({"create":{"_id":"a-1_Z+/="}}\n{"message":"a\\nb","n":1}\n),
                 lines({ 'message' => "a\nb", '_id' => 'a-1_Z+/=', 'n' => 1 }))
  end

  test 'the record stays as it is, since it may be emitted again' do
    record = { 'message' => 'm', '_id' => 'a1' }.freeze
    lines(record)

    assert_equal({ 'message' => 'm', '_id' => 'a1' }, record)
  end

  test 'a record without id gets one of its content' do
    assert_equal(id({ 'message' => 'm' }), id({ 'message' => 'm' }))
    assert_not_equal(id({ 'message' => 'm' }), id({ 'message' => 'n' }))
  end

  data(
    'quotes' => %(a"}}\n{"delete":{}}),
    'too long' => 'a' * 513,
    'no UTF-8' => "\xFF",
    'a number' => 17
  )
  test 'an id that is not plain is replaced by its digest' do |value|
    assert_match(/\A\h{64}\z/, id({ 'message' => 'm', '_id' => value }))
  end

  test 'numbers of any size are written' do
    assert_equal({ 'n' => 2**70 }, document({ 'n' => 2**70, '_id' => 'a' }))
  end

  data(
    'NaN' => Float::NAN,
    'infinity' => -Float::INFINITY,
    'no UTF-8' => "caf\xE9",
    'no UTF-8, as bytes' => "caf\xE9".b,
    'a key that is no UTF-8' => { "\xE9" => 1 },
    'too many levels' => (1..2000).reduce('x') { |value, _| [value] }
  )
  test 'a record that JSON cannot hold is written in another form' do |value|
    written = document({ '@timestamp' => '2026-11-25T07:00:00Z', 'message' => 'm', '_id' => 'a',
                         'json' => { 'v' => value } })

    assert_equal(%w[@timestamp message event error], written.keys)
    assert_equal('cannot be written as JSON', written['error']['message'])
  end

  test 'another form has the same id' do
    assert_equal('a', id({ 'message' => 'm', '_id' => 'a', 'json' => Float::NAN }))
  end
end
