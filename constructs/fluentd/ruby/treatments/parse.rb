# frozen_string_literal: true

require_relative '../common/metrics'
require_relative '../common/pipeline_error'
require_relative '../fit/record_fit'
require_relative '../parsers/line_formats'
require_relative 'treated_records'

module Efk
  # Reads the fields of a message, into `json`; the message stays as it is. The first format that a message is written
  # in reads it. Whatever the formats are, one that is an object of JSON is read at last as it is everywhere; another
  # that none reads is text, and counted.
  class Parse
    CONFIG = proc do
      config_section :parser, multi: true, param_name: :parsers do
        instance_exec(&LineFormats::CONFIG)
      end
    end

    # Longer ones are read as JSON at most, which is quicker than any pattern. In bytes.
    LONGEST = 65_536

    def self.steps(section)
      [new(section.name, section.parsers)]
    end

    def initialize(treatment, formats)
      @readers = formats.flat_map { |format| LineFormats.readers(format) }
      @json = JsonLines.new
      @changed = Metrics.counter(:fluentd_elasticsearch_fit_changed_records_total,
                                 'Records that were changed so that Elasticsearch can store them', [:reason])
      @failures = failures(treatment) if formats.any?
    end

    # What the fit withholds of an object that Elasticsearch would refuse, and says why, is not read here either.
    def call(record, _time)
      message = record['message']
      return record unless message.is_a?(String)

      fields = fields_of(record, readable(message))
      fields ? add(record, fields) : failed(record, message)
      record
    rescue StorableFields::Unstorable
      record
    end

    private

    # Fields that an input has beside the message stay; those of the message are in it still.
    def add(record, fields)
      beside = record['json']
      record['json'] = beside ? fields.merge(beside) : fields
    end

    # Of several lines the first may be what is written in a format, and a trace behind it.
    def fields_of(record, text)
      return json(record, text) if text.bytesize > LONGEST

      read(record, text) || (read(record, text[/\A.*/]) if text.include?("\n")) || json(record, text)
    end

    def read(record, text)
      @readers.each do |reader|
        fields = reader.read(text) { |change| changed(record, change) }
        return fields if fields
      end
      nil
    end

    def json(record, text)
      @json.read(text) { |change| changed(record, change) }
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

    def failures(treatment)
      TreatedRecords.new(:fluentd_treatments_parse_failures_total,
                         'Records that no format of their treatment could read', treatment)
    end

    # An empty line is written in no format.
    def failed(record, message)
      @failures&.count(record) unless message.empty?
    end
  end
end
