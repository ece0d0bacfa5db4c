# frozen_string_literal: true

require 'test/unit'
require 'fluent/test'
require 'fluent/test/driver/filter'
require 'prometheus/client/formats/text'
require_relative '../../../../../constructs/fluentd/ruby/filter_log_metrics'

# What is counted because somebody has asked for it.
class LogMetricTest < Test::Unit::TestCase
  setup do
    Fluent::Test.setup
    %i[logs_requests_total logs_requests_seconds].each { |name| Prometheus::Client.registry.unregister(name) }
  end

  def feed(section, *records, route: 'shop', seconds: 0)
    driver = Fluent::Test::Driver::Filter.new(Fluent::Plugin::LogMetricsFilter).configure(<<~CONF)
      <metric requests>
        max_series 3
        #{section}
      </metric>
    CONF
    driver.run(default_tag: route) { records.each { |record| driver.feed(record) } }
    driver.instance.send(:refresh, Time.now.to_i)
    driver.instance.send(:refresh, Time.now.to_i + seconds) if seconds.positive?
    @stored = driver.filtered_records
    Prometheus::Client.registry.metrics.find { |metric| metric.name.start_with?('logs_') }.values
  end

  def request(status: 200, path: '/', method: 'GET', **fields)
    { 'http' => { 'response' => { 'status_code' => status }, 'request' => { 'method' => method } },
      'url' => { 'path' => path }, 'kubernetes' => { 'namespace_name' => 'ns', 'container_name' => 'web' },
      **fields.transform_keys(&:to_s) }
  end

  def took(milliseconds, **fields) = request(**fields, event: { 'duration' => milliseconds * 1_000_000 })

  test 'requests by status class, method and path' do
    values = feed('by status_class,method,path', request, request(status: 503, path: '/o/1', method: 'PURGE'),
                  request(status: 500, path: '/o/2', method: 'PURGE'), { 'message' => 'no request' })
    assert_equal({ { route: 'shop', status_class: '2xx', method: 'GET', path: '/' } => 1.0,
                   { route: 'shop', status_class: '5xx', method: '_other', path: '/o/:id' } => 2.0 }, values)
  end

  test 'a status that is none does not count' do
    statuses = [0, '200', 999, nil]
    assert_equal({}, feed('by status_class', *statuses.map { |status| request(status: status) }))
  end

  test 'logs by level and workload; without a level too' do
    values = feed('by level,namespace,container', request(log: { 'level' => 'warn' }), request, request(log: 'text'))
    names = { route: 'shop', namespace: 'ns', container: 'web' }
    assert_equal({ { **names, level: 'warn' } => 1.0, { **names, level: 'none' } => 2.0 }, reorder(values))
  end

  test 'a field by the values that are listed' do
    section = "<field region>\nname json.region\nvalues eu,us\n</field>"
    values = feed(section, { 'json' => { 'region' => 'eu' } }, { 'json' => { 'region' => 'mars' } }, { 'json' => {} })
    assert_equal({ { route: 'shop', region: 'eu' } => 1.0, { route: 'shop', region: '_other' } => 1.0 }, values)
  end

  test 'durations are spread over buckets' do
    values = feed('buckets 0.1,0.5', took(100), took(101), took(2_000), request, took(-5))
    assert_equal({ { route: 'shop' } => { '0.1' => 1.0, '0.5' => 2.0, '+Inf' => 3.0, 'sum' => 2.201 } }, values)
    text = Prometheus::Client::Formats::Text.marshal(Prometheus::Client.registry)
    assert_match(/^logs_requests_seconds_bucket\{route="shop",le="\+Inf"\} 3.0$/, text)
    assert_match(/^logs_requests_seconds_count\{route="shop"\} 3.0$/, text)
  end

  test 'only of some routes, treatments and records; the name of a treatment is not stored' do
    section = %(routes shop,bank\ntreatments access\nwhere {"http.response.status_code":{"at_least":500}}\nby level)
    records = [request(status: 500, _treatment: 'access'), request(status: 500, _treatment: 'other'),
               request(status: 200, _treatment: 'access'), request(status: 500)]
    assert_equal({ { route: 'shop', level: 'none' } => 1.0 }, feed(section, *records.map(&:dup)))
    assert_equal([false] * 4, @stored.map { |record| record.key?('_treatment') })
    assert_equal({ { route: 'shop', level: 'none' } => 1.0 }, feed(section, *records.map(&:dup), route: 'else'))
  end

  test 'there are so many series, and one for all others; they go when nothing comes' do
    paths = %w[/a /b /c /d /e].map { |path| took(50, path: path) }
    values = feed("by path\nbuckets 0.1", *paths)
    others = values.find { |labels, _| labels == { route: '_other', path: '_other' } }
    assert_equal [4, 2.0], [values.size, others.last['+Inf']]
    assert_equal [{ route: '_other', path: '_other' }], feed("by path\nbuckets 0.1", *paths, seconds: 3_610).keys
  end

  private

  def reorder(values) = values.transform_keys { |labels| labels.slice(:route, :namespace, :container, :level) }
end
