# frozen_string_literal: true

require 'English'
require 'json'
require 'time'
require_relative '../bulk/bulk_document'
require_relative '../bulk/other_form'

module Efk
  # A record that could not be stored, as a line of JSON: when, whose, why, and all of it.
  class DeadLetter
    # What says of an output that it takes nothing at present, whatever the record.
    FOR_A_WHILE = [SystemCallError, IOError, NoMemoryError].freeze
    # The field in which a plugin of ours says why.
    WHY = '_error'
    UNKNOWN = { 'type' => 'unknown' }.freeze

    attr_reader :error

    # +error+ is what was raised for the record, if known.
    def initialize(tag, time, record, error)
      @tag = tag
      @time = time
      @record = record
      @error = record.is_a?(Hash) && record[WHY].is_a?(Hash) ? record[WHY] : DeadLetter.why(error)
    end

    # At most +limit+ bytes.
    def line(limit)
      line = "#{json(letter(@record))}\n"
      return line if line.bytesize <= limit

      cut = OtherForm.of(@record, 'too_large', 'larger than a file of dead letters', limit / 32)
      "#{json(letter(cut.merge('_id' => @record['_id'])))}\n"
    end

    # The overflow of a buffer that the error stands for, or that it is; nil for what is wrong with records. Fluentd
    # takes for delivered what @ERROR takes, and inputs read on: with a full buffer at shutdown, that lost them
    # (fluent/fluentd#3742).
    def self.overflow(error)
      cause = cause_of(error)
      return cause if cause.is_a?(Fluent::Plugin::Buffer::BufferOverflowError)
      # An output has raised it, not a filter or an input for one record.
      return unless !cause.equal?(error) && FOR_A_WHILE.any? { |kind| cause.is_a?(kind) }

      Fluent::Plugin::Buffer::BufferOverflowError.new("#{cause.class} in an output")
    end

    def self.why(error)
      cause = cause_of(error)
      cause ? { 'type' => cause.class.name, 'message' => OtherForm.scrub(cause.message)[0, 500] } : UNKNOWN
    end

    # What an output has raised, without what Fluentd packs it in.
    def self.cause_of(error)
      error.respond_to?(:internal_error) ? error.internal_error : error
    end
    private_class_method :cause_of

    private

    def letter(record)
      record = record.except(WHY) if record.is_a?(Hash)
      { 'time' => Time.at(@time.to_r).utc.iso8601(9), 'tag' => @tag, 'error' => @error, 'record' => record }
    end

    def json(letter)
      JSON.generate(letter)
    rescue *BulkDocument::UNWRITABLE
      JSON.generate(OtherForm.plain(letter))
    end
  end
end
