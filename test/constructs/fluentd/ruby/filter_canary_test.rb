# frozen_string_literal: true

require 'fluent/test'
require 'fluent/test/driver/filter'
require 'fluent/test/helpers'
require 'test/unit'
require_relative '../../../../constructs/fluentd/ruby/filter_canary'

class CanaryFilterTest < Test::Unit::TestCase
  include Fluent::Test::Helpers

  NAMES = { 'namespace_name' => 'agents', 'container_name' => 'canary', 'host' => 'node-a' }.freeze
  Entry = Struct.new(:record)
  Delivery = Struct.new(:dead)
  Chunk = Struct.new(:read)

  # An output that says what it has delivered, in a `copy` of a label.
  Listened = Struct.new(:listener) do
    def on_delivery(&block)
      self.listener = block
    end
  end

  setup { Fluent::Test.setup }

  def driver
    Fluent::Test::Driver::Filter.new(Fluent::Plugin::CanaryFilter).configure("namespace agents\ncontainer canary")
  end

  def run_with(*records, output: Listened.new)
    Fluent::Engine.root_agent.outputs << output
    driver = self.driver
    driver.run(default_tag: 'kubernetes') { records.each { |record| driver.feed(event_time, record) } }
    yield output.listener if block_given?
    driver
  ensure
    Fluent::Engine.root_agent.outputs.delete(output)
  end

  def stored
    Prometheus::Client.registry.get(:fluentd_canary_stored_timestamp_seconds).get(labels: { node: 'node-a' })
  end

  test 'records pass as they are, and outputs tell what has become of them' do
    record = { '_id' => 'a', 'kubernetes' => NAMES, 'message' => 'canary' }
    driver = run_with(record) do |listener|
      listener.call('kubernetes', Chunk.new('{"create":{"_id":"a"}}'), Delivery.new([]))
    end

    assert_equal([record], driver.filtered_records)
    assert_in_delta(Time.now.to_f, stored, 10)
  end

  test 'what goes wrong stops no log' do
    driver = run_with({ '_id' => 'b', 'kubernetes' => NAMES },
                      { '_id' => 'a', 'kubernetes' => NAMES.merge('host' => BasicObject.new) }) do |listener|
      listener.call('kubernetes', Chunk.new('"b"'), Delivery.new([[Entry.new(nil), nil]]))
    end

    assert_equal(2, driver.filtered_records.size)
    # What is said after the end of the driver's run stands in the log of the plugin.
    said = [driver.logs, driver.instance.log.out.logs].map { |lines| lines.grep(/the canary could not be followed/) }
    assert_equal([1, 1], said.map(&:size))
  end
end
