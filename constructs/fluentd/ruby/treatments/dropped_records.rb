# frozen_string_literal: true

require_relative 'treated_records'

module Efk
  # Counts what a treatment drops, by the reason for it.
  class DroppedRecords < TreatedRecords
    def initialize(treatment, reason)
      super(:fluentd_treatments_dropped_records_total, 'Records that a rule dropped.', treatment, reason: reason)
    end
  end
end
