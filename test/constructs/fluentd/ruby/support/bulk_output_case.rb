# frozen_string_literal: true

require 'fluent/test'
require 'fluent/test/driver/output'
require 'fluent/test/helpers'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/out_elasticsearch_bulk'
require_relative 'bulk_server'

# The plugin, in front of a server of its own.
class BulkOutputCase < Test::Unit::TestCase
  include Fluent::Test::Helpers

  setup do
    Fluent::Test.setup
    @server = BulkServer.new
  end

  teardown { @server.stop }

  def driver(parameters = '', buffer = '', key: 'tag')
    Fluent::Test::Driver::Output.new(Fluent::Plugin::ElasticsearchBulkOutput).configure(<<~CONF)
      url #{@server.url}
      ca_file #{@server.ca_file}
      user fluentd
      password geheim
      #{parameters}
      <buffer #{key}>
        @type memory
        #{buffer}
      </buffer>
    CONF
  end

  # Emits records as one batch and sends them.
  def run_with(*records, driver: self.driver)
    driver.run(default_tag: 'shop', flush: true) { driver.feed(records.map { |record| [event_time, record] }) }
    driver
  end

  def record(extra = {})
    { '@timestamp' => '2026-11-25T07:00:00.123456789Z', 'message' => 'served', '_id' => 'a1' }.merge(extra)
  end

  def items(*items)
    [200, JSON.generate('errors' => true, 'items' => items.map { |item| { 'create' => item } })]
  end

  def refused(status, type = 'document_parsing_exception')
    { 'status' => status, 'error' => { 'type' => type, 'reason' => 'content' } }
  end
end
