# frozen_string_literal: true

require 'test/unit'
require 'fluent/test'
require 'fluent/test/driver/filter'
require_relative '../../../../constructs/fluentd/ruby/filter_log_metrics'

# What the filter counts of logs.
class LogMetricsFilterTest < Test::Unit::TestCase
  NAMES = %i[fluentd_log_metrics_records_total fluentd_log_metrics_abnormal_logs].freeze

  setup do
    Fluent::Test.setup
    NAMES.each { |name| Prometheus::Client.registry.unregister(name) }
  end

  CONF = <<~CONF
    max_series 4
    within 3m
    <abnormal>
      where {"log.level":["error","critical"]}
    </abnormal>
    <abnormal>
      where {"http.response.status_code":{"at_least":500}}
    </abnormal>
  CONF

  def feed(*records, time: Time.now.to_i)
    driver = Fluent::Test::Driver::Filter.new(Fluent::Plugin::LogMetricsFilter).configure(CONF)
    driver.run(default_tag: 'payments') do
      records.each { |record| driver.feed(Fluent::EventTime.new(time), record) }
      driver.instance.send(:refresh)
    end
    driver
  end

  def log(level, namespace: 'shop', container: 'cart', **fields)
    { 'log' => { 'level' => level }, 'kubernetes' => { 'namespace_name' => namespace, 'container_name' => container },
      **fields.transform_keys(&:to_s) }
  end

  def value(name, labels)
    Prometheus::Client.registry.get(name).get(labels: labels)
  end

  def abnormal(namespace, container = 'cart')
    value(:fluentd_log_metrics_abnormal_logs, { route: 'payments', namespace: namespace, container: container })
  end

  def others(name, labels)
    value(name, { route: '_other', namespace: '_other', **labels })
  end

  # How many series there are of each.
  def sizes
    NAMES.map { |name| Prometheus::Client.registry.get(name).values.size }
  end

  def filter(instance)
    events = Fluent::MultiEventStream.new
    100.times { events.add(Fluent::EventTime.now, log('warn')) }
    instance.filter_stream('payments', events)
  end

  test 'logs pass as they are' do
    records = [log('info'), log('error'), { 'message' => 'of no container' }]
    assert_equal records, feed(*records.map(&:dup)).filtered_records
  end

  test 'logs are counted by level, unknown ones as none' do
    labels = { route: 'payments', namespace: 'levels' }
    feed(log('warn', namespace: 'levels'), log('warn', namespace: 'levels'), log('WARN?', namespace: 'levels'))
    counts = %w[warn none].map { |level| value(:fluentd_log_metrics_records_total, labels.merge(level: level)) }
    assert_equal [2.0, 1.0], counts
  end

  test 'a log that fulfils any rule is abnormal' do
    feed(log('error', namespace: 'a'), log('info', namespace: 'a'), log('critical', namespace: 'a'),
         log('info', namespace: 'a', http: { 'response' => { 'status_code' => 503 } }))
    assert_equal 3.0, abnormal('a')
  end

  test 'a log that is read late is not counted as if it were new' do
    feed(log('error', namespace: 'late'), time: Time.now.to_i - 181)
    assert_equal 0.0, abnormal('late')
  end

  test 'there are so many series at most, and those of all others' do
    feed(*Array.new(6) { |number| log('error', namespace: "n#{number}") })
    assert_equal [1.0, 0.0, 2.0], [abnormal('n3'), abnormal('n4'), others(NAMES.last, container: '_other')]
    assert_equal 2.0, others(NAMES.first, level: 'error')
    assert_equal [5, 5], sizes
  end

  test 'a workload that is gone has no series any more' do
    driver = feed(log('error', namespace: 'gone'))
    assert_equal 1.0, abnormal('gone')
    { 770 => [1, 1], 790 => [1, 0], 3610 => [0, 0] }.each do |seconds, expected|
      driver.instance.send(:refresh, Time.now.to_i + seconds)
      assert_equal expected, sizes
    end
  end

  test 'several threads lose nothing' do
    driver = Fluent::Test::Driver::Filter.new(Fluent::Plugin::LogMetricsFilter).configure(CONF)
    driver.run do
      4.times.map { Thread.new { 50.times { filter(driver.instance) } } }.each(&:join)
      driver.instance.send(:refresh)
    end
    assert_equal 20_000.0, value(NAMES.first, { route: 'payments', namespace: 'shop', level: 'warn' })
  end

  test 'what cannot be counted passes, and nothing of it is logged' do
    broken = Object.new
    def broken.is_a?(_class) = raise(ArgumentError, 'secret')
    driver = feed({ 'log' => broken })
    assert_equal 1, driver.filtered_records.size
    assert_match(/logs could not be counted error=ArgumentError/, driver.logs.join)
    assert_no_match(/secret/, driver.logs.join)
  end
end
