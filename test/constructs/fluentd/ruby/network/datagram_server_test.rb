# frozen_string_literal: true

require 'fluent/test'
require 'socket'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/network/datagram_server'

# Datagrams, read many at a time.
class DatagramServerTest < Test::Unit::TestCase
  setup do
    Fluent::Test.setup
    @input = "datagrams-#{__id__}"
    @batches = Queue.new
    @server = Efk::DatagramServer.new(@input, port: 0, buffer: 65_536, bind: '127.0.0.1') { |batch| @batches << batch }
    @port = @server.instance_variable_get(:@port)
  end

  teardown { @server.close unless @server.instance_variable_get(:@socket).closed? }

  def dropped
    Prometheus::Client.registry.get(:fluentd_input_dropped_datagrams_total).get(labels: { input: @input })
  end

  def transmit(*texts)
    socket = UDPSocket.new
    texts.each { |text| socket.send(text, 0, '127.0.0.1', @port) }
  ensure
    socket.close
  end

  def run_until_stopped
    thread = Thread.new { @server.run }
    yield
    @server.stop
    thread.join
  end

  def received = Array.new(@batches.size) { @batches.pop }.flatten(1)

  test 'datagrams come whole, with the address of their sender' do
    run_until_stopped do
      transmit('one', 'x' * 60_000, '')
      sleep 0.05 until @batches.size.positive?
    end
    assert_equal([%w[one 127.0.0.1], ['x' * 60_000, '127.0.0.1'], ['', '127.0.0.1']], received)
    assert_equal 0, dropped
  end

  test 'what was sent before it stops is read still, many at a time' do
    transmit(*Array.new(30, &:to_s))
    @server.stop
    @server.run
    assert_equal((0...30).map(&:to_s), received.map(&:first))
    assert_true @batches.empty?
  end

  test 'what the kernel has no room for is counted' do
    run_until_stopped { transmit('one') }
    transmit(*Array.new(1000) { 'x' * 1000 })
    @server.run
    @server.close
    assert_equal 1001, received.size + dropped
    assert_operator dropped, :>, 0
  end

  test 'it says how much memory the kernel gave' do
    assert_equal 65_536, @server.buffer
  end
end
