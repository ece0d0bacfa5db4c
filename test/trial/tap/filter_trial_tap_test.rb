# frozen_string_literal: true

require 'json'
require 'tempfile'
require 'test/unit'
require 'fluent/test'
require 'fluent/test/driver/filter'
require_relative '../../../trial/tap/filter_trial_tap'

# What passes and what the filter behind it counts is written down.
class TrialTapFilterTest < Test::Unit::TestCase
  COUNTER = Prometheus::Client.registry.counter(:fluentd_redactor_redacted_total, docstring: 'x', labels: [:pattern])
  OTHER = Prometheus::Client.registry.counter(:fluentd_other_total, docstring: 'x')

  setup do
    Fluent::Test.setup
    @file = Tempfile.new('tap')
    @tap = Fluent::Test::Driver::Filter.new(Fluent::Plugin::TrialTapFilter)
    @tap.configure("path #{@file.path}\nplace 3\nbefore redactor")
  end

  teardown { @file.close! }

  # Passes records as Fluentd does; the block stands for the filter behind it.
  def pass(*records)
    events = Fluent::MultiEventStream.new(records.map { Fluent::EventTime.now }, records)
    @tap.instance.filter_stream('tag', events).each do |time, record|
      assert_kind_of Fluent::EventTime, time
      yield record
    end
    File.readlines(@file.path).map { |line| JSON.parse(line) }
  end

  test 'records pass as the objects that they are, and are written down' do
    record = { 'message' => 'a', 'json' => { 'b' => [1, 1.5, nil, true] } }
    passed = []
    lines = pass(record) { |given| passed << given }

    assert_same record, passed.first
    assert_equal [{ 'place' => 3, 'record' => record, 'counted' => [] }], lines
  end

  test 'a record that nobody behind it looks at is written down all the same' do
    @tap.configure("path #{@file.path}\nplace 3\nbefore s3\nlast true")
    events = Fluent::MultiEventStream.new([Fluent::EventTime.now], [{ 'message' => 'a' }])
    @tap.instance.filter_stream('tag', events)

    assert_equal({ 'place' => 3, 'record' => { 'message' => 'a' }, 'counted' => [] }, JSON.parse(File.read(@file.path)))
  end

  test 'what the filter behind it counts belongs to the record that it has' do
    lines = pass({ 'message' => 'a' }, { 'message' => 'b' }) do |record|
      OTHER.increment
      COUNTER.increment(labels: { pattern: 'card' }) if record['message'] == 'b'
    end

    card = { 'metric' => 'fluentd_redactor_redacted_total', 'labels' => { 'pattern' => 'card' } }
    assert_equal([[], [card]], lines.map { |line| line['counted'] })
  end

  test 'a record is written down as it was before the filter changed it' do
    lines = pass({ 'message' => 'a' }) { |record| record['message'] = 'b' }

    assert_equal 'a', lines.first['record']['message']
  end

  test 'what JSON cannot hold can be seen' do
    deep = (1..150).reduce('x') { |inner, _| { 'a' => inner } }
    lines = pass({ 'message' => "caf\xE9", 'n' => 2**64, 'nan' => Float::NAN, 'deep' => deep, :symbol => :b }) { nil }

    record = lines.first['record']
    assert_equal ['caf\xE9', '18446744073709551616', 'NaN', 'b'], record.values_at('message', 'n', 'nan', 'symbol')
    assert_operator JSON.generate(record['deep']).size, :<, 1000
  end
end
