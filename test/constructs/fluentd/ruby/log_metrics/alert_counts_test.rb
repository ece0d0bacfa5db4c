# frozen_string_literal: true

require 'test/unit'
require 'fluent/config/error'
require 'fluent/event'
require_relative '../../../../../constructs/fluentd/ruby/log_metrics/alert_counts'

# What alerts need of logs.
class AlertCountsTest < Test::Unit::TestCase
  NOW = 1_795_590_000
  ABNORMAL = :fluentd_log_metrics_abnormal_logs
  RECORDS = :fluentd_log_metrics_records_total

  setup { [ABNORMAL, RECORDS].each { |name| Prometheus::Client.registry.unregister(name) } }

  def count(rules, *records, time: NOW)
    counts = Efk::AlertCounts.new(rules, 180, 8)
    events = Fluent::MultiEventStream.new(records.map { Fluent::EventTime.new(time) }, records)
    counts.count('shop', events, NOW)
    counts.refresh(NOW)
    Prometheus::Client.registry.get(ABNORMAL).values.values.sum.to_i
  end

  data('a level' => [{ 'log.level' => 'fatal' }, 1], 'levels' => [{ 'log.level' => %w[error fatal OOPS] }, 3],
       'another level' => [{ 'log.level' => { 'not' => 'info' } }, 3],
       'a level that matches' => [{ 'log.level' => [{ 'matches' => 'o' }] }, 2],
       'a number' => [{ 'log.level' => [3] }, 0],
       'a level and a field' => [{ 'log.level' => %w[error info], 'a' => 1 }, 1],
       'a field' => [{ 'a' => 1 }, 2], 'a text' => [{ 'message' => { 'matches' => '\n' } }, 1])
  test 'logs are abnormal that fulfil a rule' do |(where, expected)|
    records = [{ 'log' => { 'level' => 'error' }, 'a' => 1 }, { 'log' => { 'level' => 'info' }, 'a' => 2 },
               { 'log' => { 'level' => 'fatal' }, 'message' => "a\nb" }, { 'log' => { 'level' => 'OOPS' } },
               { 'log' => 'fatal', 'a' => '1' }, { 'message' => 'a\nb', 'a' => 1, 'log' => nil }]
    assert_equal expected, count([where], *records)
  end

  test 'one of several rules is enough, also of one field' do
    rules = [{ 'log.level' => ['error'] }, { 'error.type' => 'A' }, { 'error.message' => 'B' },
             { 'log.level' => 'fatal' }]
    records = [{ 'error' => { 'type' => 'A', 'message' => 'B' } }, { 'error' => { 'message' => 'B' } },
               { 'error' => { 'type' => 'C' } }, { 'log' => { 'level' => 'fatal' } }, { 'error' => 'A' }]
    assert_equal 3, count(rules, *records)
  end

  data('just not' => [179, 1], 'just' => [180, 0])
  test 'what is too old is not abnormal' do |(age, expected)|
    assert_equal expected, count([{ 'a' => 1 }], { 'a' => 1 }, time: NOW - age)
  end

  test 'every level is counted, and a word that is none is not, though it is listed' do
    words = %w[info OOPS fatal info none trace emergency OOPS]
    listed = [{ 'log.level' => %w[OOPS none fatal] }]
    assert_equal 4, count(listed, *words.map { |word| { 'log' => { 'level' => word } } })
    levels = Prometheus::Client.registry.get(RECORDS).values.transform_keys { |labels| labels[:level] }
    assert_equal({ 'info' => 2, 'none' => 3, 'fatal' => 1, 'trace' => 1, 'emergency' => 1 }, levels)
  end

  test 'logs that come with names of their own each are counted in bounded memory' do
    counts = Efk::AlertCounts.new([{ 'a' => 1 }], 180, 8)
    4.times do
      records = Array.new(2000) { { 'kubernetes' => { 'namespace_name' => 'a' } } }
      counts.count('shop', Fluent::MultiEventStream.new([Fluent::EventTime.new(NOW)] * 2000, records), NOW)
    end
    levels = counts.instance_variable_get(:@levels)
    assert_operator levels.for_counting('shop').first.size, :<=, Efk::LevelCounts::CONTAINERS
    counts.refresh(NOW)
    assert_equal [8000.0], Prometheus::Client.registry.get(RECORDS).values.values
  end

  test 'logs of containers that take turns are counted for each' do
    one, other = %w[a b].map { |name| { 'namespace_name' => name }.freeze }
    count([{ 'a' => 1 }], *[one, one, other, nil, one, nil].map { |names| { 'kubernetes' => names }.compact })
    values = Prometheus::Client.registry.get(RECORDS).values
    assert_equal({ 'a' => 3.0, 'b' => 1.0, '' => 2.0 }, values.transform_keys { |labels| labels[:namespace] })
    assert_equal ['none'], values.keys.map { |labels| labels[:level] }.uniq
  end
end
