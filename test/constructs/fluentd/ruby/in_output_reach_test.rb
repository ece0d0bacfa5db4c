# frozen_string_literal: true

require 'test/unit'
require 'fluent/test'
require 'fluent/test/driver/input'
require 'socket'
require_relative '../../../../constructs/fluentd/ruby/in_output_reach'

# What is said of outputs that are away or drop.
class OutputReachInputTest < Test::Unit::TestCase
  setup do
    Fluent::Test.setup
    @server = TCPServer.new('127.0.0.1', 0)
    @port = @server.addr[1]
  end

  teardown { @server.close unless @server.closed? }

  test 'an output is reached while one of its servers accepts connections' do
    run_with("<output archive>\nservers 127.0.0.1:1,127.0.0.1:#{@port}\n</output>") do |driver|
      assert_in_time { reachable('archive') == 1 }
      @server.close
      assert_in_time { reachable('archive').zero? }
      assert_empty driver.events
    end
  end

  test 'a name that is not known is one that is not reached, and an output without servers says nothing' do
    run_with("<output lost>\nservers no-such-host.invalid:443\n</output>\n<output disk>\n</output>") do
      assert_in_time { reachable('lost')&.zero? }
      assert_nil reachable('disk')
    end
  end

  test 'chunks that were dropped are counted, also those that were dropped later' do
    counts = [2, 2, 5]
    output = Struct.new(:plugin_id, :counts) do
      def statistics
        { 'output' => { 'drop_oldest_chunk_count' => counts.size > 1 ? counts.shift : counts.first } }
      end
    end.new('drops', counts)
    input = Fluent::Test::Driver::Input.new(Fluent::Plugin::OutputReachInput)
                                       .configure("<output drops>\n</output>").instance
    input.define_singleton_method(:plugin) { |_id| output }
    before = dropped
    looks = 3.times.map do
      input.send(:look, input.outputs.first)
      dropped - before
    end
    assert_equal [2, 2, 5], looks
  end

  private

  def run_with(sections, &block)
    driver = Fluent::Test::Driver::Input.new(Fluent::Plugin::OutputReachInput).configure("interval 1s\n#{sections}")
    driver.run(timeout: 20) { block.call(driver) }
  end

  def assert_in_time
    deadline = Fluent::Clock.now + 10
    sleep 0.1 until (holds = yield) || Fluent::Clock.now > deadline
    assert holds
  end

  def reachable(id)
    metric(:fluentd_output_reachable).values.to_h.find { |labels, _| labels[:output] == id }&.last
  end

  def dropped
    metric(:fluentd_output_dropped_chunks_total).get(labels: { output: 'drops' })
  end

  def metric(name)
    Prometheus::Client.registry.get(name)
  end
end
