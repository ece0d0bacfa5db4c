# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/inputs/completed_events'

# Records that are made of events with times of any kind.
class CompletedEventsTest < Test::Unit::TestCase
  Settings = Struct.new(:input, :data_stream, :treatment, :fields, :identity, :path_field, :node_name,
                        :max_event_size, keyword_init: true)

  def events(**settings)
    defaults = { input: 'kernel', data_stream: {}, fields: [], identity: [], max_event_size: 100_000 }
    Efk::CompletedEvents.new(Settings.new(**defaults, **settings))
  end

  def record_of(events, *event) = events.enum_for(:records, *event).first

  test 'a time without a fraction' do
    record = record_of(events, 1_795_590_000, { 'message' => 'a' })
    assert_equal '2026-11-25T07:00:00.000000000Z', record['@timestamp']
    assert_match(/\A[0-9a-z]+-[\w-]{16}\z/, record['_id'])
  end

  test 'a message that is long is shown to its first bytes' do
    record = record_of(events, 0, { 'text' => 'é' * 40_000 })
    assert_true record['message'].valid_encoding?
    assert_operator record['message'].bytesize, :<=, 32_768
    assert_equal 40_000, record['json']['text'].size
  end

  test 'the file and the node that an event is of' do
    events = events(path_field: 'path', node_name: 'node-1')
    record = record_of(events, 0, { 'message' => 'a', 'path' => '/var/log/a' })
    assert_equal [{ 'file' => { 'path' => '/var/log/a' } }, { 'host' => 'node-1' }, nil],
                 record.values_at('log', 'kubernetes', 'json')
  end

  test 'inputs of one kind have identities of their own' do
    ids = %w[kernel other].map { |input| record_of(events(input: input, identity: ['at']), 0, { 'at' => 1 })['_id'] }
    assert_equal 2, ids.uniq.size
  end

  test 'a message that is too long goes on in further records, without a byte of it lost' do
    message = JSON.generate('text' => 'é' * 120_000)
    event = { 'message' => message, '_id' => 'one', 'host' => 'a' }
    records = events.enum_for(:records, 0, event).to_a
    assert_equal message, records.map { |record| record['message'] }.join
    assert_equal(%w[one-0 one-1 one-2], records.map { |record| record['_id'] })
    assert_equal([[0, ['partial']], [1, ['partial']], [2, nil]],
                 records.map { |record| record['log'].values_at('offset', 'flags') })
    assert_equal [{ 'host' => 'a' }], records.map { |record| record['json'] }.uniq
  end

  test 'the place and the marks that the input knows stay' do
    event = { 'message' => "\x80".b * 150_000, '_id' => 'one', 'log' => { 'offset' => 7, 'flags' => ['truncated'] } }
    logs = events(fields: ['log']).enum_for(:records, 0, event).map { |record| record['log'] }
    assert_equal([[7, %w[truncated partial]], [7, ['truncated']]], logs.map { |log| log.values_at('offset', 'flags') })
  end
end
