# frozen_string_literal: true

require_relative 'json_fields'
require_relative 'storable_fields'
require_relative 'storable_time'
require_relative '../common/pipeline_error'
require_relative '../promotion/promotion'

module Efk
  # Fits a record to what Elasticsearch stores, and puts the fields of its message below `json`, where they cannot take
  # the place of ours. A filter before may have put them there already, read from another format. What was changed or
  # withheld is marked; a number that became its text is not, since all fields below `json` are searched as text anyway.
  class RecordFit
    # Labels of the metric.
    REASONS = %w[encoding fields number surrogate time failure].freeze

    SCRUBBED = 'message: bytes that are not UTF-8 were replaced by U+FFFD'
    SCRUBBED_FIELDS = 'json: bytes that are not UTF-8 were replaced by U+FFFD'
    HALF_CHARACTER = 'json: halves of characters (surrogates) were replaced by U+FFFD'
    FAILED = 'the record could not be fitted'
    SHOWN = 64

    # Yields one of REASONS for every record that is changed for it. Without +promotes+ all fields stay below `json`.
    def initialize(promotes: true, &changed)
      @changed = changed
      @json = JsonFields.new
      @storable = StorableFields.new
      @time = StorableTime.new
      @promotion = Promotion.new if promotes
    end

    # Changes +record+ and returns it.
    def fit(record, time)
      fit_time(record, time) unless @time.storable?(record['@timestamp'])
      message = record['message']
      message = fit_message(record, message) unless message.nil? || plain?(message)
      take(fields_of(record, message), record)
    rescue StorableFields::Unstorable => e
      record.delete('json')
      change(record, 'fields', "json: withheld, #{e.message}")
    end

    # The record as text, for one that +fit+ cannot take: whatever happened must not harm others.
    def text(record, time)
      @changed.call('failure')
      message = record['message'].to_s.dup.force_encoding(Encoding::UTF_8).scrub
      kept = record.except('json').merge('message' => message)
      kept['@timestamp'] = @time.text(time) unless @time.storable?(kept['@timestamp'])
      PipelineError.mark(kept, FAILED)
    end

    private

    def take(fields, record)
      return record unless fields

      record['json'] = fields
      @promotion&.promote(record)
      record
    end

    # What is below `json` and no object Elasticsearch would refuse.
    def fields_of(record, message)
      read = record['json']
      return @storable.of(read) { |reason| field_changed(record, reason) } if read.is_a?(Hash)

      record.delete('json')
      @json.of(message) { |reason| field_changed(record, reason) } if message
    end

    def plain?(message)
      message.is_a?(String) && message.encoding == Encoding::UTF_8 && message.valid_encoding?
    end

    def fit_message(record, message)
      text = message.to_s
      text = text.dup.force_encoding(Encoding::UTF_8) unless text.encoding == Encoding::UTF_8
      record['message'] = text.scrub
      change(record, 'encoding', SCRUBBED) unless text.valid_encoding?
      record['message']
    end

    # The event's own time was read from the same text and is no better than now.
    def fit_time(record, time)
      original = record['@timestamp']
      return no_time(record, time) unless original

      record['@timestamp'] = @time.text(Time.now)
      shown = original.to_s.dup.force_encoding(Encoding::UTF_8).scrub[0, SHOWN]
      change(record, 'time', "@timestamp: the time of reading instead of '#{shown}'")
    end

    def no_time(record, time)
      record['@timestamp'] = @time.text(time)
      change(record, 'time', '@timestamp: there is none; the time that the event came with')
    end

    def field_changed(record, reason)
      case reason
      when :surrogate then change(record, 'surrogate', HALF_CHARACTER)
      when :encoding then change(record, 'encoding', SCRUBBED_FIELDS)
      else @changed.call('number')
      end
    end

    def change(record, reason, why)
      @changed.call(reason)
      PipelineError.mark(record, why)
    end
  end
end
