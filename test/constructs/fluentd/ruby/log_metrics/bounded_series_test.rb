# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/common/metrics'
require_relative '../../../../../constructs/fluentd/ruby/log_metrics/bounded_series'

class BoundedSeriesTest < Test::Unit::TestCase
  setup do
    @metric = Efk::Metrics.counter(:bounded_series_test, 'Text.', %i[route namespace])
    @series = Efk::BoundedSeries.new(@metric, 2, 100) { |labels| labels.merge(namespace: '_other') }
  end

  teardown { Efk::Metrics.registry.unregister(:bounded_series_test) }

  def count(namespace, now)
    @metric.increment(labels: @series.of({ route: 'r', namespace: namespace }, now))
  end

  def shown = @metric.values.transform_keys { |labels| labels[:namespace] }

  test 'there are so many, and one for all others' do
    %w[a b c d a c].each { |namespace| count(namespace, 0) }
    assert_equal({ 'a' => 2.0, 'b' => 1.0, '_other' => 3.0 }, shown)
  end

  test 'what is not heard of goes, and makes room' do
    count('a', 0)
    count('b', 50)
    @series.expire(101)
    assert_equal({ 'b' => 1.0 }, shown)

    count('c', 101)
    count('a', 101)
    assert_equal({ 'b' => 1.0, 'c' => 1.0, '_other' => 1.0 }, shown)
  end

  test 'what goes is told' do
    count('a', 0)
    gone = []
    @series.expire(100) { |labels| gone << labels }
    assert_equal([], gone)
    @series.expire(101) { |labels| gone << labels }
    assert_equal([{ route: 'r', namespace: 'a' }], gone)
  end
end
