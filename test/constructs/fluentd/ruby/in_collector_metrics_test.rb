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

    def write(_chunk) = raise('not now')
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
          flush_interval 1h
        </buffer>
      </match>
      <match b>
        @type copy
        <store>
          @type holding
          <buffer>
            @type memory
            flush_interval 1h
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

  test 'outputs with a buffer are shown, also those within others, and no others' do
    refresh
    assert_equal({ 'first' => 1.0, 'holding' => 1.0 }, values('output_buffer_room_ratio'))
    assert_equal({ 'first' => 0.0, 'holding' => 0.0 }, values('output_oldest_chunk_seconds'))
    assert_equal({ 'positions' => 7.0 }, values('node_used_bytes'))
  end

  test 'what is held has a size and an age' do
    first.emit_events('a', Fluent::OneEventStream.new(Fluent::EventTime.now, { 'text' => 'x' * 100 }))
    first.buffer.stage.each_value { |chunk| chunk.instance_variable_set(:@created_at, Time.now.to_i - 300) }
    refresh
    assert_in_delta(0.88, values('output_buffer_room_ratio')['first'], 0.02)
    assert_in_delta(300, values('output_oldest_chunk_seconds')['first'], 5)
  end

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
