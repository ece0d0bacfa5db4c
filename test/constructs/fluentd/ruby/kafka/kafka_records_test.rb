# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/kafka/kafka_records'

class KafkaRecordsTest < Test::Unit::TestCase
  Message = Data.define(:payload, :key, :timestamp, :topic, :partition, :offset)

  AT = Time.at(1_700_000_000, 123_000)

  def message(payload, **more)
    Message.new(payload: payload&.b, key: nil, timestamp: AT, topic: 'orders', partition: 3, offset: 17, **more)
  end

  def records(*messages, **)
    @records = Efk::KafkaRecords.new('in', **)
    @records.stream(messages).to_enum.to_a
  end

  def record(...)
    records(...).first.last
  end

  test 'where a message stands is its identity, and its time' do
    (time, record), = records(message('hello', key: 'k'.b))
    assert_equal(Fluent::EventTime.new(1_700_000_000, 123_000_000), time)
    assert_equal({ 'message' => 'hello', '_id' => "#{1_700_000_000_123.to_s(36)}-in-orders-3-17",
                   'log' => { 'offset' => 17 },
                   'kafka' => { 'topic' => 'orders', 'partition' => 3, 'key' => 'k' } }, record)
  end

  test 'a key that is no text is left out' do
    assert_equal([nil] * 3, ["\xFF".b, "\x00\x01".b, nil].map { |key| record(message('', key: key))['kafka']['key'] })
  end

  test 'a message without a value says that something is removed' do
    record = record(message(nil), json: true)
    assert_equal(['', { 'action' => 'tombstone' }], record.values_at('message', 'event'))
    assert_equal(0, @records.bad)
  end

  test 'bytes that are not UTF-8 are replaced, and that is said' do
    record = record(message("caf\xE9"))
    assert_equal(["caf\uFFFD", 'pipeline_error'], [record['message'], record['event']['kind']])
  end

  test 'a long message goes on in further events with ids of their own' do
    pieces = records(message('äö'), longest: 3).map(&:last)
    assert_equal([['ä', ['partial']], ['ö', nil]], pieces.map { |piece| [piece['message'], piece['log']['flags']] })
    assert_equal([true, true], [pieces[1]['_id'] == "#{pieces[0]['_id']}-1", pieces[1]['log']['offset'] == 17])
  end

  test 'the fields of an object are fields, and its message is the text' do
    record = record(message('{"message":"hi","kafka":1,"a":{"b":2}}'), json: true)
    assert_equal(['hi', { 'kafka' => 1, 'a' => { 'b' => 2 } }], record.values_at('message', 'json'))
    assert_equal('orders', record['kafka']['topic'])
  end

  test 'an object without a message is its own text' do
    assert_equal(['{"a":1}', { 'a' => 1 }], record(message('{"a":1}'), json: true).values_at('message', 'json'))
    assert_equal('{"message":1}', record(message('{"message":1}'), json: true)['message'])
  end

  test 'what is no object is stored as text, marked and counted' do
    found = records(message('[1]'), message('{'), message(''), json: true).map(&:last)
    assert_equal(['[1]', '{', ''], found.map { |each| each['message'] })
    assert_equal(['pipeline_error'] * 3, found.map { |each| each['event']['kind'] })
    assert_equal(3, @records.bad)
  end

  test 'a message without a time has that of its reading' do
    (time, record), = records(message('a', timestamp: nil))
    assert_in_delta(Time.now.to_i, time.to_i, 5)
    assert_equal('0-in-orders-3-17', record['_id'])
  end
end
