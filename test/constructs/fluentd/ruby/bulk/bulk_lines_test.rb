# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/bulk/bulk_lines'

class BulkLinesTest < Test::Unit::TestCase
  KUBERNETES = { 'pod_name' => 'cart-0', 'host' => "caf\u00e9" }.freeze
  DATA_STREAM = { 'dataset' => 'shop' }.freeze

  setup { @lines = Efk::BulkLines.new }

  def record(extra = {})
    { '@timestamp' => '2026-11-25T07:00:00Z', 'message' => "a\n\u2028\"b\"", 'kubernetes' => KUBERNETES,
      'data_stream' => DATA_STREAM, 'log' => { 'offset' => 7 }, '_id' => 'a1+/' }.merge(extra)
  end

  def parsed(lines)
    assert_equal(2, lines.count("\n"))
    lines.split("\n").map { |line| JSON.parse(line) }
  end

  data(
    'as the pipeline makes it' => {},
    'with fields' => { 'json' => { 'a' => [1, 2.5, nil, true, 2**70] } },
    'of another route' => { 'data_stream' => { 'dataset' => 'bank' }.freeze },
    'with names that may change' => { 'kubernetes' => { 'pod_name' => 'cart-1' } },
    'with a data stream that may change' => { 'data_stream' => { 'dataset' => 'bank' } },
    'without names' => { 'kubernetes' => nil },
    'with a text for names' => { 'kubernetes' => 'cart-0' },
    'with what the quick way cannot write' => { 'n' => :symbol, 't' => Time.at(0).utc },
    'without an id' => { '_id' => nil }
  )
  test 'a record is written as it is written slowly' do |extra|
    3.times do
      [record, record(extra)].each do |one|
        assert_equal(parsed(Efk::BulkDocument.lines(one)).last, parsed(@lines.of(one)).last)
      end
    end
  end

  test 'the record stays as it is' do
    @lines.of(record.freeze)
    @lines.of(record({ 'json' => { 'a' => Float::NAN } }).freeze)
  end

  test 'the id is that of the record, or of its content' do
    assert_equal({ 'create' => { '_id' => 'a1+/' } }, parsed(@lines.of(record)).first)
    another = { 'kubernetes' => { 'pod_name' => 'cart-1' }.freeze }
    ids = [{}, {}, another].map { |extra| parsed(@lines.of(record('_id' => nil, **extra))).first }
    assert_equal([true, false], [ids[0] == ids[1], ids[0] == ids[2]])
  end

  data('NaN' => Float::NAN, 'no UTF-8' => "\xE9")
  test 'what JSON cannot hold is written in another form' do |value|
    assert_equal({ 'kind' => 'pipeline_error' }, parsed(@lines.of(record('json' => { 'v' => value }))).last['event'])
  end

  test 'containers that are gone do not fill the memory' do
    limit = Efk::BulkLines::CONTAINERS
    (limit + 10).times { |n| @lines.of(record('kubernetes' => { 'pod_name' => n }.freeze)) }

    assert_equal(10, @lines.instance_variable_get(:@tails).size)
  end
end
