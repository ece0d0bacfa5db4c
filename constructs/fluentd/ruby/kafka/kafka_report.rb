# frozen_string_literal: true

module Efk
  # What librdkafka says of a consumer now and then.
  class KafkaReport
    # States of a broker that answers.
    ANSWERS = %w[UP UPDATE].freeze

    # +report+ is the JSON of librdkafka, read.
    def initialize(report)
      @report = report
    end

    # Whether a broker answers.
    def reachable?
      @report.fetch('brokers', {}).each_value.any? { |broker| ANSWERS.include?(broker['state']) }
    end

    # Messages that wait in the partitions of this member, as far as it knows.
    def lag
      partitions.sum { |partition| known(partition['consumer_lag_stored']) || known(partition['consumer_lag']) || 0 }
    end

    private

    def known(lag)
      lag unless lag.nil? || lag.negative?
    end

    def partitions
      @report.fetch('topics', {}).each_value.flat_map { |topic| topic['partitions'].values }
             .select { |partition| partition['fetch_state'] == 'active' }
    end
  end
end
