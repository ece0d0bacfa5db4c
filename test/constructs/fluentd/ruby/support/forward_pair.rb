# frozen_string_literal: true

require 'fluent/test'
require 'fluent/test/driver/input'
require 'fluent/test/driver/output'
require 'fluent/test/helpers'
require 'socket'
require 'test/unit'
require 'tmpdir'
require_relative '../../../../../constructs/fluentd/ruby/in_forwarded_logs'
require_relative '../../../../../constructs/fluentd/ruby/out_forward_logs'
require_relative 'certificate'

# A sender and an aggregator that talk over TLS on this machine.
class ForwardPair < Test::Unit::TestCase
  include Fluent::Test::Helpers

  NAMES = { 'namespace_name' => 'shop', 'pod_name' => 'cart', 'container_name' => 'app' }.freeze
  STREAM = { 'type' => 'logs', 'dataset' => 'shop', 'namespace' => 'default' }.freeze

  setup do
    Fluent::Test.setup
    @folder = Dir.mktmpdir
    @port = TCPServer.open('127.0.0.1', 0) { |server| server.addr[1] }
    write_certificate
  end

  teardown { FileUtils.remove_entry(@folder) }

  def write_certificate
    certificate = Certificate.new
    File.write("#{@folder}/tls.crt", certificate.to_pem)
    File.write("#{@folder}/tls.key", certificate.key.to_pem)
  end

  # Runs an aggregator while the block, which gets its driver, runs; returns the driver.
  def aggregator(more = '', expect_records: nil)
    driver = Fluent::Test::Driver::Input.new(Fluent::Plugin::ForwardedLogsInput).configure(<<~CONF)
      bind 127.0.0.1
      port #{@port}
      closing_file #{@folder}/closing
      <transport tls>
        cert_path #{@folder}/tls.crt
        private_key_path #{@folder}/tls.key
      </transport>
      <security>
        self_hostname aggregator
        shared_key secret
      </security>
      #{more}
    CONF
    driver.run(expect_records: expect_records, timeout: 10) { yield driver }
    driver
  end

  def sender(key: 'secret', port: @port, ack_timeout: 2)
    settings = { servers: ["localhost:#{port}"], shared_key: key, self_hostname: 'node', ca_file: "#{@folder}/tls.crt",
                 connect_timeout: 2, ack_timeout: ack_timeout, connection_age: 30 }
    Efk::ForwardSender.new(settings, -> { false })
  end

  def packed(*records)
    records.map { |record| [event_time('2026-11-25 07:00:00 UTC'), record].to_msgpack }.join
  end

  def record(id = 'a1')
    { 'message' => 'text', '_id' => id, 'kubernetes' => NAMES.dup, 'data_stream' => STREAM.dup,
      'log' => { 'offset' => 1 } }
  end
end
