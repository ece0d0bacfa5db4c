# frozen_string_literal: true

require 'json'
require_relative '../../common/pipeline_error'
require_relative '../pattern'
require_relative 'redacted_fields'
require_relative 'redacted_texts'

module Efk
  # Redacts a record: its message, and all keys and values of its fields, numbers too.
  class RedactedRecord
    # Where it comes from and when, which no application has written.
    OURS = %w[@timestamp _id kubernetes data_stream stream message].freeze
    # The same below other fields.
    OURS_BELOW = { 'log' => %w[offset flags], 'event' => %w[kind] }.freeze
    NONE = [].freeze
    REMOVED = 'fields: removed, since what is redacted is no number'
    # A number that is not written digit by digit.
    EXPONENT = /\d[eE]\+?\d/
    OBJECT = /\A\uFEFF?\s*\{/

    def initialize(record, rules)
      @record = record
      @rules = needed(rules)
      @texts = RedactedTexts.new(@rules)
      @fields = RedactedFields.new(@texts)
    end

    # Names of the patterns that were found.
    def found = @texts.found

    # Changes the record and returns it.
    def call
      return @record if @rules.empty?

      before = @record['json']
      (@record.keys - OURS).each { |key| key == 'json' ? redact_json : redact_typed(key) }
      redact_message(!@record['json'].equal?(before)) if @record.key?('message')
      @record
    end

    private

    # Rules that may find something. A known pattern that is nowhere in the text of an object is in no value of it,
    # which spares nearly all records the walk.
    def needed(rules)
      message = @record['message']
      return rules if !message.is_a?(String) || !OBJECT.match?(message) || EXPONENT.match?(message)

      missing = rules.select { |rule| rule.known && !rule.match?(message) }
      RedactedTexts.plainer(message) { |plain| missing.reject! { |rule| rule.match?(plain) } }
      rules - missing
    end

    def redact_json
      @record['json'] = @fields.of(@record['json'])
    end

    # Where a field has a type that takes no text it is left out.
    def redact_typed(key)
      redacted = @fields.of_typed(@record[key], OURS_BELOW.fetch(key, NONE)) do
        PipelineError.mark(@record, REMOVED)
      end
      redacted.nil? ? @record.delete(key) : @record[key] = redacted
    end

    # The message of an object is made again from what is left of it: what a key or a value was may be written there in
    # other ways. What was found in other fields is sought in a message of another form.
    def redact_message(json_changed)
      text = Pattern.text(@record['message'].to_s)
      text = JSON.generate(@record['json']) if json_changed && OBJECT.match?(text)
      redacted = @texts.of(text)
      @texts.made.each { |secret, mask| redacted = redacted.gsub(secret) { mask } if redacted.include?(secret) }
      @record['message'] = redacted
    end
  end
end
