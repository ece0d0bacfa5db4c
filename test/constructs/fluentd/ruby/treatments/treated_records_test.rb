# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/treatments/treated_records'

class TreatedRecordsTest < Test::Unit::TestCase
  teardown { Efk::Metrics.registry.unregister(:treated_records_test) }

  test 'records are counted by their route, those of none too' do
    treated = Efk::TreatedRecords.new(:treated_records_test, 'Text.', 'web', reason: 'health')
    counter = Efk::Metrics.registry.get(:treated_records_test)
    assert_equal({}, counter.values)

    of_route = { 'data_stream' => { 'dataset' => 'shop' } }.freeze
    [of_route, {}, of_route].each { |record| treated.count(record) }
    assert_equal({ { route: 'shop', treatment: 'web', reason: 'health' } => 2.0,
                   { route: '', treatment: 'web', reason: 'health' } => 1.0 }, counter.values)
  end
end
