# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/common/metrics'

class SeriesTest < Test::Unit::TestCase
  NAMES = %i[series_test_counter series_test_plain series_test_gauge].freeze

  teardown { NAMES.each { |name| Efk::Metrics.registry.unregister(name) } }

  test 'a series is removed, and begins at zero when it comes again' do
    counter = Efk::Metrics.counter(:series_test_counter, 'Text.', [:route])
    counter.increment(by: 2, labels: { route: 'a' })
    counter.increment(by: 3, labels: { route: :b })
    counter.remove({ route: 'a' })
    assert_equal({ { route: 'b' } => 3.0 }, counter.values)

    counter.increment(labels: { route: 'a' })
    assert_equal(1.0, counter.get(labels: { route: 'a' }))
  end

  test 'a gauge shows what it is given, and nothing else' do
    gauge = Efk::Metrics.gauge(:series_test_gauge, 'Text.', [:route])
    gauge.show({ { route: :a } => 1, { route: 'b' } => 2 })
    gauge.show({ { route: 'b' } => 3 })
    assert_equal({ { route: 'b' } => 3.0 }, gauge.values)
  end

  test 'without labels there is a series from the beginning, and to ask for one makes none' do
    assert_equal({ {} => 0.0 }, Efk::Metrics.counter(:series_test_plain, 'Text.').values)
    gauge = Efk::Metrics.gauge(:series_test_gauge, 'Text.', [:route])
    assert_equal(0.0, gauge.get(labels: { route: 'a' }))
    assert_equal({}, gauge.values)
  end

  test 'a metric that is there is returned, and one of preset labels counts into it' do
    counter = Efk::Metrics.counter(:series_test_counter, 'Text.', [:route])
    assert_same(counter, Efk::Metrics.counter(:series_test_counter, 'Text.', [:route]))
    counter.with_labels(route: 'a').increment
    assert_equal({ { route: 'a' } => 1.0 }, counter.values)
  end

  test 'a label that the metric does not have is refused' do
    gauge = Efk::Metrics.gauge(:series_test_gauge, 'Text.', [:route])
    assert_raise(Prometheus::Client::LabelSetValidator::InvalidLabelSetError) { gauge.show({ { pod: 'a' } => 1 }) }
  end
end
