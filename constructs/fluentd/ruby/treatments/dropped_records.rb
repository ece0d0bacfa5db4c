# frozen_string_literal: true

require_relative '../common/metrics'

module Efk
  # Counts what a treatment drops, by the reason for it. One that has dropped nothing yet shows 0.
  class DroppedRecords
    def initialize(treatment, reason)
      @labels = { treatment: treatment, reason: reason }
      @counter = Metrics.counter(:fluentd_treatments_dropped_records_total, 'Records that a rule dropped.',
                                 %i[treatment reason])
      @counter.init_label_set(@labels)
    end

    def increment
      @counter.increment(labels: @labels)
    end
  end
end
