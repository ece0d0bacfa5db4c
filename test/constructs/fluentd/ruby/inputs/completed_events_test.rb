# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/inputs/completed_events'

# Records that are made of events with times of any kind.
class CompletedEventsTest < Test::Unit::TestCase
  Settings = Struct.new(:input, :data_stream, :treatment, :fields, :identity, :path_field, :node_name)

  def events(identity: [])
    Efk::CompletedEvents.new(Settings.new('kernel', {}, nil, [], identity))
  end

  test 'a time without a fraction' do
    record = events.record(1_795_590_000, { 'message' => 'a' })
    assert_equal '2026-11-25T07:00:00.000000000Z', record['@timestamp']
    assert_match(/\A[0-9a-z]+-[\w-]{16}\z/, record['_id'])
  end

  test 'a message that is long is shown to its first bytes' do
    record = events.record(0, { 'text' => 'é' * 40_000 })
    assert_true record['message'].valid_encoding?
    assert_operator record['message'].bytesize, :<=, 32_768
    assert_equal 40_000, record['json']['text'].size
  end

  test 'the file and the node that an event is of' do
    settings = Settings.new('kernel', {}, nil, [], [], 'path', 'node-1')
    record = Efk::CompletedEvents.new(settings).record(0, { 'message' => 'a', 'path' => '/var/log/a' })
    assert_equal [{ 'file' => { 'path' => '/var/log/a' } }, { 'host' => 'node-1' }, nil],
                 record.values_at('log', 'kubernetes', 'json')
  end

  test 'inputs of one kind have identities of their own' do
    other = Efk::CompletedEvents.new(Settings.new('other', {}, nil, [], ['at']))
    assert_not_equal events(identity: ['at']).record(0, { 'at' => 1 })['_id'], other.record(0, { 'at' => 1 })['_id']
  end
end
