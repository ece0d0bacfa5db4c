# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/kafka/kafka_report'

class KafkaReportTest < Test::Unit::TestCase
  def brokers(*states)
    { 'brokers' => states.each_with_index.to_h { |state, index| [index.to_s, { 'state' => state }] } }
  end

  test 'one broker that answers is enough' do
    assert_equal(true, Efk::KafkaReport.new(brokers('DOWN', 'UP')).reachable?)
    assert_equal(false, Efk::KafkaReport.new(brokers('DOWN', 'TRY_CONNECT', 'INIT')).reachable?)
    assert_equal(false, Efk::KafkaReport.new({}).reachable?)
  end

  test 'the lag is that of partitions that are read, as far as it is known' do
    partitions = {
      '0' => { 'fetch_state' => 'active', 'consumer_lag_stored' => 5, 'consumer_lag' => 9 },
      '1' => { 'fetch_state' => 'active', 'consumer_lag_stored' => -1, 'consumer_lag' => 7 },
      '2' => { 'fetch_state' => 'active', 'consumer_lag_stored' => -1, 'consumer_lag' => -1 },
      '3' => { 'fetch_state' => 'none', 'consumer_lag_stored' => 100, 'consumer_lag' => 100 }
    }
    assert_equal(12, Efk::KafkaReport.new({ 'topics' => { 'a' => { 'partitions' => partitions } } }).lag)
    assert_equal(0, Efk::KafkaReport.new({}).lag)
  end
end
