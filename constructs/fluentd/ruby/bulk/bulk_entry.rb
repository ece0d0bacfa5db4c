# frozen_string_literal: true

require 'json'
require_relative 'bulk_document'

module Efk
  # One document of a bulk request: its two lines, and those it had before it was given another form.
  class BulkEntry
    ID = /\A{"create":{"_id":"([^"\\]+)"}}\z/

    attr_reader :lines, :original

    # The documents of a body. What is left of a chunk that was cut off becomes a document of its own.
    def self.all(body)
      body.each_line.each_slice(2).map { |lines| new(lines.join) }
    end

    # A body as Elasticsearch wants it, also of a chunk that was cut off when the node lost its power.
    def self.ended(body)
      body = body.dup.force_encoding(Encoding::UTF_8)
      body.end_with?("\n") ? body : "#{body}\n"
    end

    def initialize(lines, original = lines)
      @lines = lines
      @original = original
    end

    def other?
      !@lines.equal?(@original)
    end

    # The same document with nothing in it but its text and where it comes from.
    def in_other_form(type, reason, limit = nil)
      BulkEntry.new(BulkDocument.other_form(record, type, reason, limit), @original)
    end

    # What it was made from.
    def record
      action, document = OtherForm.scrub(@original).split("\n", 2)
      { '_id' => ID.match(action)&.[](1) }.compact.merge(parsed(document))
    end

    private

    def parsed(document)
      value = JSON.parse(document)
      value.is_a?(Hash) ? value : { 'message' => OtherForm.scrub(@original) }
    rescue JSON::ParserError, TypeError, EncodingError
      { 'message' => OtherForm.scrub(@original) }
    end
  end
end
