# frozen_string_literal: true

require 'fluent/time'
require 'json'
require_relative '../common/pipeline_error'
require_relative '../fit/storable_time'
require_relative '../promotion/promoted_fields'

module Efk
  # The form in which a record is stored that Elasticsearch refuses, or that cannot be written as JSON: its text and
  # where it comes from, marked, with the reason. Parsed fields are left out, since what is wrong is most often in one
  # of them, and the text has them too.
  module OtherForm
    KEPT = %w[message stream kubernetes data_stream log].freeze
    # What is made from the message, or made again here.
    DERIVED = (%w[@timestamp json event error _id] | PromotedFields::OBJECTS).freeze
    MAX_REASON = 500
    MAX_DEPTH = 10
    REPLACEMENT = "\uFFFD"

    module_function

    # +limit+ bounds the bytes of the message, and of the text of other fields.
    def of(record, type, reason, limit = nil)
      form = PipelineError.mark(kept(record), scrub(reason)[0, MAX_REASON])
      form['event'] = form['event'].merge(original(record))
      form['error']['type'] = type
      limit ? shorten(form, limit) : form
    end

    def kept(record)
      form = { '@timestamp' => time(record['@timestamp']), **marked(record) }
      form['message'] = text(record['message']) if record.key?('message')
      (KEPT & record.keys).each { |key| form[key] ||= plain(record[key]) }
      form
    end

    # Why it was changed before. `error` of a record that is not marked is what the program says of an error.
    def marked(record)
      PipelineError.marked?(record) ? { 'error' => { 'message' => text(PipelineError.reasons(record)) } } : {}
    end

    # The time of the record if Elasticsearch can store it, else the present.
    def time(value)
      times = StorableTime.new
      times.storable?(value) ? value : times.text(Time.now)
    end

    # Fields beyond those of the pipeline are kept as text.
    def original(record)
      return {} if record.key?('message') && (record.keys - KEPT - DERIVED).empty?

      { 'original' => text(record) }
    end

    def text(value)
      return scrub(value) if value.is_a?(String)

      JSON.generate(value)
    rescue StandardError
      scrub(value.inspect)
    end

    def shorten(form, limit)
      cut = [cut(form, 'message', limit), cut(form['event'], 'original', limit)]
      return form unless cut.any?

      log = form['log'].is_a?(Hash) ? form['log'] : {}
      form.merge('log' => log.merge('flags' => Array(log['flags']) | ['truncated']))
    end

    # The text that is left; nil if it was short enough.
    def cut(form, key, limit)
      return unless form[key].to_s.bytesize > limit

      form[key] = form[key].byteslice(0, limit).scrub('')
    end

    # The value with nothing in it that JSON cannot hold.
    def plain(value, depth = 0)
      return scrub(value.inspect[0, MAX_REASON]) if depth > MAX_DEPTH

      case value
      when Hash then value.to_h { |key, item| [scrub(key), plain(item, depth + 1)] }
      when Array then value.map { |item| plain(item, depth + 1) }
      when Integer, true, false, nil then value
      else scrub(value)
      end
    end

    def scrub(value)
      text = value.to_s
      text = text.dup.force_encoding(Encoding::UTF_8) unless text.encoding == Encoding::UTF_8
      text.scrub(REPLACEMENT)
    end
  end
end
