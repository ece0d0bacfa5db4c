# frozen_string_literal: true

require 'test/unit'
require 'fluent/test'
require 'fluent/test/driver/filter'
require_relative '../../../../constructs/fluentd/ruby/filter_treatments'

# What the filter does with records of treatments.
class TreatmentsFilterTest < Test::Unit::TestCase
  setup { Fluent::Test.setup }

  def driver(section)
    Fluent::Test::Driver::Filter.new(Fluent::Plugin::TreatmentsFilter).configure(<<~CONF)
      <treatment web>
        #{section}
      </treatment>
    CONF
  end

  def treat(driver, *records)
    driver.run(default_tag: 'kubernetes') { records.each { |record| driver.feed(record.dup) } }
    driver.filtered_records
  end

  def web(message, **fields)
    { 'message' => message, '_treatment' => 'web', **fields.transform_keys(&:to_s) }
  end

  def dropped(reason)
    Prometheus::Client.registry.get(:fluentd_treatments_dropped_records_total)
                      .get(labels: { route: '', treatment: 'web', reason: reason })
  end

  DROP = <<~CONF
    <drop>
      reason health checks
      where {"message":["ok","up"],"stream":"stdout"}
    </drop>
  CONF

  test 'a record that fulfils all conditions is dropped and counted' do
    d = driver(DROP)
    before = dropped('health checks')
    kept = treat(d, web('ok', stream: 'stdout'), web('ok', stream: 'stderr'), web('up', stream: 'stdout'), web('ok'))
    assert_equal [{ 'message' => 'ok', 'stream' => 'stderr' }, { 'message' => 'ok' }], kept
    assert_equal before + 2, dropped('health checks')
  end

  test 'a record of no treatment or of another passes as it is' do
    assert_equal [{ 'message' => 'ok', 'stream' => 'stdout' }] * 2,
                 treat(driver(DROP), { 'message' => 'ok', 'stream' => 'stdout' },
                       { 'message' => 'ok', 'stream' => 'stdout', '_treatment' => 'other' })
  end

  data('not' => ['{"log.level":{"not":["debug","trace"]}}', %w[info]],
       'at least' => ['{"n":{"at_least":5}}', ['info']], 'below' => ['{"n":{"below":5}}', %w[debug]],
       'between' => ['{"n":{"at_least":5,"below":5}}', []],
       'a pattern' => ['{"log.level":{"matches":"\\\\Ain"}}', %w[info]],
       'a value or a pattern' => ['{"log.level":["x",{"matches":"bug"}]}', %w[debug]],
       'no pattern' => ['{"log.level":{"not":[{"matches":"bug"},"x"]}}', %w[info]])
  test 'conditions by value' do |(where, dropped)|
    d = driver("<drop>\nreason r\nwhere #{where}\n</drop>")
    records = [['debug', 1], ['info', 5], [nil, nil]].map do |level, n|
      web('m', log: { 'level' => level }.compact, n: n).compact
    end
    kept = treat(d, *records).map { |record| record.dig('log', 'level') }
    assert_equal [['debug', 'info', nil] - dropped], [kept]
  end

  test 'a condition that is none is refused' do
    error = assert_raise(Fluent::ConfigError) { driver("<drop>\nreason r\nwhere {\"n\":{\"above\":5}}\n</drop>") }
    assert_equal 'a condition must be one of not, matches, at_least and below, got above', error.message
  end

  test 'a record that cannot be treated goes on, marked, and nothing of it is logged' do
    d = driver("<drop>\nreason r\nwhere {\"n\":{\"below\":5}}\n</drop>")
    broken = Object.new
    def broken.is_a?(_class) = raise(ArgumentError, 'secret')
    record = treat(d, web('m', n: broken)).first
    assert_equal [{ 'kind' => 'pipeline_error' }, 'the treatment failed'],
                 [record['event'], record.dig('error', 'message')]
    assert_match(/a treatment failed.*treatment="web" error=ArgumentError/, d.logs.join)
    assert_no_match(/secret/, d.logs.join)
  end

  test 'a rule of fields that are in the message parses it first' do
    d = driver(%(<drop>\nreason fields\nwhere {"json.path":"/health"}\n</drop>))
    assert_equal [{ 'message' => '{"path":"/cart"}', 'json' => { 'path' => '/cart' } }, { 'message' => '/health' }],
                 treat(d, web('{"path":"/health"}'), web('{"path":"/cart"}'), web('/health'))
  end

  test 'a rule of other fields is asked first, and parses nothing' do
    d = driver(%(#{DROP}<drop>\nreason host\nwhere {"kubernetes.host":"n"}\n</drop>))
    assert_equal [{ 'message' => '{"a":1}', 'kubernetes' => {} }], treat(d, web('{"a":1}', kubernetes: {}))
  end
end
