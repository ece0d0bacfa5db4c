# frozen_string_literal: true

require_relative 'support/forward_pair'

class ForwardedLogsInputTest < ForwardPair
  def refused(reason)
    Efk::Metrics.registry.get(:fluentd_forwarded_logs_refused_total)&.get(labels: { reason: reason }) || 0
  end

  def send_refused(text = 'text')
    entries = packed(record.merge('message' => text))
    assert_raise(Efk::ForwardConnection::Lost) { sender.deliver('shop', entries, 1, 'c1') }
  end

  test 'events of agents arrive as they were sent, and are acknowledged' do
    driver = aggregator(expect_records: 2) { sender.deliver('shop', packed(record, record('a2')), 2, 'c1') }
    tags, times, records = driver.events.transpose

    assert_equal(%w[shop shop], tags)
    assert_equal([event_time('2026-11-25 07:00:00 UTC')] * 2, times)
    assert_equal([record, record('a2')], records)
  end

  test 'what arrives is not taken while the pod is about to go' do
    before = refused('closing')
    driver = aggregator do
      File.write("#{@folder}/closing", '')
      sleep Fluent::Plugin::ForwardedLogsInput::LOOK
      send_refused
    end

    assert_empty(driver.events)
    assert_equal(before + 1, refused('closing'))
  end

  test 'more than may be held is not taken' do
    before = refused('memory')
    driver = aggregator("max_held_size 1000\n") { send_refused('x' * 2_000) }

    assert_empty(driver.events)
    assert_equal(before + 1, refused('memory'))
  end

  test 'what the buffer refuses is not acknowledged' do
    before = refused('full')
    aggregator do |driver|
      full = Object.new
      full.define_singleton_method(:emit_stream) { |*| raise Fluent::Plugin::Buffer::BufferOverflowError, 'full' }
      driver.instance.define_singleton_method(:router) { full }
      send_refused
    end

    assert_equal(before + 1, refused('full'))
  end

  test 'events of others have an identity, also those of Fluent Bit 5 with metadata' do
    time = event_time('2026-11-25 07:00:00.5 UTC')
    event = [[time, { 'x' => 1 }], { 'log' => 'text', 'stream' => 'stderr' }]
    entries = event.to_msgpack + [1, 'none'].to_msgpack
    driver = aggregator("foreign true\ntag bit\n", expect_records: 1) { sender.deliver('any', entries, 2, 'c1') }
    tag, at, record = driver.events.first

    assert_equal(['bit', time, 'text', 'stderr'], [tag, at, *record.values_at('message', 'stream')])
    assert_match(/\A\h{20}-1\z/, record['_id'])
    assert_equal(1, driver.events.size)
  end

  test 'an event alone is a message too' do
    connection = Struct.new(:remote_host).new('localhost')
    driver = aggregator('foreign true') do |running|
      running.instance.on_message(['a', 1_795_590_000, { 'message' => 'text' }, nil], 1, connection)
    end

    assert_equal(['text'], driver.events.map { |_, _, record| record['message'] })
  end
end
