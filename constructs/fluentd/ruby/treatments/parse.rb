# frozen_string_literal: true

require_relative '../common/metrics'
require_relative '../common/pipeline_error'
require_relative '../fit/record_fit'

module Efk
  # Reads the fields of a message, into `json`; the message stays as it is. A message that is an object of JSON is read
  # as everywhere, whether a treatment says how its lines are written or not.
  class Parse
    CONFIG = proc {}

    # +needed+ if another option reads fields.
    def self.steps(_section, needed:)
      needed ? [new] : []
    end

    def initialize
      @json = JsonFields.new
      @changed = Metrics.counter(:fluentd_elasticsearch_fit_changed_records_total,
                                 'Records that were changed so that Elasticsearch can store them', [:reason])
    end

    # What the fit withholds of an object that Elasticsearch would refuse, and says why, is not read here either.
    def call(record, _time)
      fields = fields_of(record)
      record['json'] = fields if fields
      record
    rescue StorableFields::Unstorable
      record
    end

    private

    def fields_of(record)
      message = record['message']
      return unless message.is_a?(String)

      @json.of(readable(message)) { |change| changed(record, change) }
    end

    # The fit replaces what is no UTF-8 in the same way, and marks it.
    def readable(message)
      message = message.dup.force_encoding(Encoding::UTF_8) unless message.encoding == Encoding::UTF_8
      message.valid_encoding? ? message : message.scrub
    end

    def changed(record, change)
      @changed.increment(labels: { reason: change.to_s })
      PipelineError.mark(record, RecordFit::HALF_CHARACTER) if change == :surrogate
    end
  end
end
