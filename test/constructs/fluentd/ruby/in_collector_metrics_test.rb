# frozen_string_literal: true

require 'fileutils'
require 'tmpdir'
require 'fluent/test'
require 'fluent/test/driver/input'
require 'fluent/plugin/out_copy'
require_relative '../../../../constructs/fluentd/ruby/in_collector_metrics'

# What the collector shows of its outputs and its disk, with a configuration of its own around it.
class CollectorMetricsInputTest < Test::Unit::TestCase
  # Takes events when it is told to.
  class HoldingOutput < Fluent::Plugin::Output
    Fluent::Plugin.register_output('holding', self)

    attr_accessor :takes

    def write(_chunk) = @takes || raise('not now')
  end

  CONF = <<~CONF
    <label @LOGS>
      <match a>
        @type holding
        @id first
        <buffer tag>
          @type memory
          total_limit_size 1000
          chunk_limit_size 1000
          flush_interval 5s
          flush_thread_count 0
        </buffer>
      </match>
      <match b>
        @type copy
        <store>
          @type holding
          <buffer time>
            @type memory
            timekey 1h
            timekey_wait 1m
          </buffer>
        </store>
        <store>
          @type null
        </store>
      </match>
    </label>
  CONF

  setup do
    Fluent::Test.setup
    @root = Dir.mktmpdir
    conf = Fluent::Config.parse(CONF, '(test)', '', syntax: :v1)
    @agent = Fluent::Engine.root_agent
    @agent.configure(conf)
    @agent.start
    File.write(File.join(@root, 'positions'), 'x' * 7)
  end

  teardown do
    @agent.shutdown
    FileUtils.remove_entry(@root)
  end

  def refresh
    driver = Fluent::Test::Driver::Input.new(Fluent::Plugin::CollectorMetricsInput).configure(<<~CONF)
      state #{@root}
      <disk positions>
        path #{@root}/positions
      </disk>
    CONF
    driver.run
    driver
  end

  def values(name)
    Prometheus::Client.registry.get(:"fluentd_#{name}").values.transform_keys { |labels| labels.values.first }
  end

  def first = @agent.labels['@LOGS'].outputs.first
  def second = @agent.labels['@LOGS'].outputs[1].outputs.first

  test 'outputs with a buffer are shown, also those within others, and no others' do
    refresh
    assert_equal({ 'first' => 1.0, 'holding' => 1.0 }, values('output_buffer_room_ratio'))
    assert_equal({ 'first' => 0.0, 'holding' => 0.0 }, values('output_oldest_chunk_seconds'))
    assert_equal({ 'positions' => 7.0 }, values('node_used_bytes'))
  end

  def hold(output, tag, age)
    output.emit_events(tag, Fluent::OneEventStream.new(Fluent::EventTime.now, { 'text' => 'x' * 100 }))
    output.buffer.stage.each_value { |chunk| chunk.instance_variable_set(:@created_at, Time.now.to_i - age) }
  end

  test 'what is held has a size, and a time since which it could have been sent' do
    hold(first, 'a', 305)
    refresh
    assert_in_delta(0.88, values('output_buffer_room_ratio')['first'], 0.02)
    assert_in_delta(300, values('output_oldest_chunk_seconds')['first'], 5)
  end

  data('while it collects' => [3600, 0], 'when it should have been sent' => [4000, 340])
  test 'what an archive collects does not wait' do |(age, waits)|
    hold(second, 'b', age)
    refresh
    assert_in_delta(waits, values('output_oldest_chunk_seconds')['holding'], 5)
  end

  test 'a chunk that was delivered is counted once, and one that was taken back is not' do
    driver = refresh
    before = sent
    hold(first, 'a', 1)
    first.buffer.stage.each_key.to_a.each { |metadata| first.buffer.enqueue_chunk(metadata) }
    first.send(:try_flush)
    driver.instance.send(:refresh)
    assert_equal(before, sent)
    first.takes = true
    first.send(:try_flush)
    2.times { driver.instance.send(:refresh) }
    assert_equal(before + 1, sent)
  end

  def sent = values('output_sent_chunks_total')['first'].to_i

  test 'an output that cannot send says since when' do
    first.instance_variable_set(:@retry, Struct.new(:start).new(Time.now - 90))
    refresh
    assert_in_delta(90, values('output_failing_seconds')['first'], 5)
    assert_equal(0.0, values('output_failing_seconds')['holding'])
  ensure
    first.instance_variable_set(:@retry, nil)
  end

  test 'a failure is said, and nothing is emitted' do
    def first.buffer = raise(ArgumentError, 'gone')
    driver = refresh
    assert_match(/metrics of the collector could not be shown error=ArgumentError/, driver.logs.join)
    assert_equal([], driver.events)
  end
end
