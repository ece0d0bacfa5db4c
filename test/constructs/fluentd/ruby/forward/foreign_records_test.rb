# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/forward/foreign_records'

class ForeignRecordsTest < Test::Unit::TestCase
  TIME = Fluent::EventTime.new(1_795_590_000, 5)

  def records(*records, chunk: 'c1', time: TIME)
    found = []
    Efk::ForeignRecords.new.each(records.map { |record| [time, record] }, chunk) { |_, record| found << record }
    found
  end

  test 'the same chunk has the same ids, another has others, and without one they are new' do
    ids = ->(chunk) { records({ 'a' => 1 }, { 'a' => 1 }, chunk: chunk).map { |record| record['_id'] } }

    assert_equal(ids.call('c1'), ids.call('c1'))
    assert_equal(8, [*ids.call('c1'), *ids.call('c2'), *ids.call(nil), *ids.call(nil)].uniq.size)
  end

  test 'the text is the message, and what the runtime added is left out' do
    fluent_bit = { 'log' => '{"a":1}', 'stream' => 'stdout', '_p' => 'F', 'time' => '2026-11-25T07:00:00Z' }
    record = records(fluent_bit).first

    assert_equal({ 'message' => '{"a":1}', 'stream' => 'stdout' }, record.slice('message', 'stream', '_p', 'time'))
  end

  test 'fields besides stay' do
    assert_equal({ 'message' => 'a', 'log' => 'b', 'n' => 1 },
                 records({ 'message' => 'a', 'log' => 'b', 'n' => 1 }).first.except('_id', '@timestamp'))
  end

  test 'a message that is no text stays, and so does what else could be one' do
    record = { 'message' => { 'a' => 1 }, 'log' => 'b' }

    assert_equal(record, records(record).first.except('_id', '@timestamp'))
    assert_equal('b', records({ 'message' => nil, 'log' => 'b' }).first['message'])
  end

  test 'metadata stays as it is' do
    names = { 'pod_name' => 'cart', 'labels' => { 'a' => 'b' }, 'host' => 1 }

    assert_equal(names, records({ 'kubernetes' => names }).first['kubernetes'])
  end

  test 'what another pipeline knows of a record is not taken from it' do
    record = records({ '_id' => 'x', '_treatment' => 'x', 'data_stream' => 'x' }).first

    assert_equal(%w[@timestamp _id], record.keys.sort)
    assert_not_equal('x', record['_id'])
  end

  test 'the time is that of the record if it can be, else that of the event' do
    said = '2026-11-25T07:00:00.123+09:00'

    assert_equal(said, records({ '@timestamp' => said }).first['@timestamp'])
    assert_equal('2026-11-25T07:00:00.000000005Z', records({ '@timestamp' => 'x' }).first['@timestamp'])
    assert_equal('2026-11-25T07:00:00.000000000Z', records({}, time: 1_795_590_000).first['@timestamp'])
  end
end
