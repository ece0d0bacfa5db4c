# frozen_string_literal: true

require_relative '../../common/pipeline_error'
require_relative '../treated_records'

module Efk
  # What is stored of a record that could not be redacted: where it comes from, and nothing of its content.
  class Withheld
    KEPT = %w[@timestamp stream kubernetes data_stream _id].freeze
    TEXT = '[withheld: it could not be redacted]'
    REASON = 'message, fields: withheld, since they could not be redacted'

    def initialize(treatment)
      @withheld = TreatedRecords.new(:fluentd_treatments_withheld_records_total,
                                     'Records whose content was withheld, since it could not be redacted.', treatment)
    end

    def of(record)
      @withheld.count(record)
      kept = record.slice(*KEPT)
      kept['message'] = TEXT
      kept['log'] = record['log'].slice('offset', 'flags') if record['log'].is_a?(Hash)
      PipelineError.mark(kept, REASON)
    end
  end
end
