# frozen_string_literal: true

require 'test/unit'
require 'fluent/test'
require 'fluent/test/driver/output'
require_relative '../../../../constructs/fluentd/ruby/out_input_events'

# What becomes of the events of an input.
class InputEventsOutputTest < Test::Unit::TestCase
  setup { Fluent::Test.setup }

  TIME = Fluent::EventTime.new(1_795_590_000, 123_456_789)
  STREAM = { 'type' => 'logs', 'dataset' => 'nodes', 'namespace' => 'default' }.freeze
  COUNTERS = %i[fluentd_input_events_total fluentd_input_refused_events_total].freeze
  ID = /\A[0-9a-z]+-[\w-]{16}\z/

  def driver(more = '')
    Fluent::Test::Driver::Output.new(Fluent::Plugin::InputEventsOutput).configure(<<~CONF)
      input kernel
      route nodes
      data_stream #{JSON.generate(STREAM)}
      #{more}
    CONF
  end

  def completed(more, *records)
    d = driver(more)
    d.run(default_tag: 'anything') { records.each { |record| d.feed(TIME, record) } }
    d.events
  end

  def metric(name)
    Prometheus::Client.registry.get(name).get(labels: { input: 'kernel', route: 'nodes' })
  end

  test 'an event gets what the logs of containers have' do
    (tag, time, record), = completed('treatment quiet', { 'message' => 'hello' })
    assert_equal ['nodes', TIME], [tag, time]
    assert_match ID, record.delete('_id')
    assert_equal({ 'message' => 'hello', '@timestamp' => '2026-11-25T07:00:00.123456789Z',
                   'event' => { 'dataset' => 'kernel' }, 'data_stream' => STREAM, '_treatment' => 'quiet' }, record)
  end

  test 'without an identity no two events are one' do
    ids = completed('', { 'message' => 'a' }, { 'message' => 'a' }).map { |_, _, record| record['_id'] }
    assert_equal 2, ids.uniq.size
  end

  test 'an event that is read again has the identity that it had' do
    records = [{ 'message' => 'a', 'at' => 1 }, { 'message' => 'a', 'at' => 2 }, { 'message' => 'a', 'at' => 1 }]
    ids = completed('identity at', *records).map { |_, _, record| record['_id'] }
    assert_equal ids[0], ids[2]
    assert_not_equal ids[0], ids[1]
    assert_match(/\A[0-9a-f]{32}\z/, ids[0])
  end

  test 'fields that the input has not made are below json' do
    given = { 'message' => 'a', '_id' => 'x', '@timestamp' => '2026-11-25T07:00:01Z', 'log' => { 'offset' => 1 },
              'event' => { 'action' => 'get' }, 'host' => 'a', 'user' => { 'name' => 'b' } }
    (_, _, record), = completed('fields log,event', given)
    assert_equal({ 'message' => 'a', '_id' => 'x', '@timestamp' => '2026-11-25T07:00:01Z', 'log' => { 'offset' => 1 },
                   'event' => { 'dataset' => 'kernel', 'action' => 'get' }, 'data_stream' => STREAM,
                   'json' => { 'host' => 'a', 'user' => { 'name' => 'b' } } }, record)
    assert_equal 7, given.size
  end

  test 'an event without a message is shown as it is' do
    (_, _, record), = completed('', { 'level' => 'info', 'n' => 1 })
    assert_equal ['{"level":"info","n":1}', { 'level' => 'info', 'n' => 1 }], record.values_at('message', 'json')
    (_, _, empty), = completed('', {})
    assert_equal '', empty['message']
  end

  test 'fields beside a message that is JSON are with its fields, and win' do
    (_, _, record), = completed('', { 'message' => '{"a":1,"b":{"c":2}}', 'a' => 'beside', 'd' => 3 })
    assert_equal({ 'a' => 'beside', 'b' => { 'c' => 2 }, 'd' => 3 }, record['json'])
    assert_equal '{"a":1,"b":{"c":2}}', record['message']
  end

  test 'a message that cannot be read stays a text' do
    deep = %({"a":#{'{"a":' * 30}1#{'}' * 31})
    messages = [deep, '{"a":', "{\xFF}", '{"a":1}'.b]
    records = completed('', *messages.map { |message| { 'message' => message, 'd' => 3 } }).map(&:last)
    assert_equal(messages, records.map { |record| record['message'] })
    assert_equal([{ 'd' => 3 }], records.map { |record| record['json'] }.uniq)
  end

  test 'an object as a message is a field' do
    (_, _, record), = completed('', { 'message' => { 'a' => 1 } })
    assert_equal ['{"message":{"a":1}}', { 'message' => { 'a' => 1 } }], record.values_at('message', 'json')
  end

  test 'what cannot be shown is named' do
    (_, _, record), = completed('', { 'ratio' => Float::NAN })
    assert_equal 'ratio', record['message']
  end

  test 'what is no record is dropped and counted, and the others are taken' do
    d = driver
    before = COUNTERS.map { |name| metric(name) }
    d.run(default_tag: 'x') do
      d.feed(Fluent::ArrayEventStream.new([[TIME, 'text'], [TIME, { 'message' => 'a' }]]))
    end
    assert_equal 1, d.events.size
    assert_equal(before.map { |count| count + 1 }, COUNTERS.map { |name| metric(name) })
  end

  test 'what the pipeline refuses reaches the input' do
    d = driver
    d.instance.router.define_singleton_method(:emit_stream) { |*| raise Fluent::Plugin::Buffer::BufferOverflowError }
    assert_raise(Fluent::Plugin::Buffer::BufferOverflowError) do
      d.instance.process('x', Fluent::OneEventStream.new(TIME, { 'message' => 'a' }))
    end
  end
end
