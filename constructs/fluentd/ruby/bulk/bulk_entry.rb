# frozen_string_literal: true

require 'json'
require_relative 'bulk_document'

module Efk
  # One document of a bulk request: two lines of its body. They are not copied, because a chunk has twenty thousand
  # documents, and all may be refused for a while.
  class BulkEntry
    ID = /\A{"create":{"_id":"([^"\\]+)"}}\z/

    # The documents of a body. What is left of a chunk that was cut off becomes a document of its own.
    def self.all(body)
      entries = []
      bytes = body.b
      while (from = entries.last&.to || 0) < bytes.bytesize
        line = bytes.index("\n", from) || bytes.bytesize
        to = bytes.index("\n", line + 1) || (bytes.bytesize - 1)
        entries << new(body, from, to + 1)
      end
      entries
    end

    # A body as Elasticsearch wants it, also of a chunk that was cut off when the node lost its power.
    def self.ended(body)
      body = body.dup.force_encoding(Encoding::UTF_8)
      body.end_with?("\n") ? body : "#{body}\n"
    end

    # The lines are body[from...to]. +original+ is the document before it was given another form.
    def initialize(body, from = 0, to = body.bytesize, original = nil)
      @body = body
      @from = from
      @to = to
      @original = original
    end

    # Offset behind the lines.
    attr_reader :to

    def lines = @body.byteslice(@from...@to)
    def original = (@original || self).lines
    def bytesize = @to - @from
    def other? = !@original.nil?

    # The same document with nothing in it but its text and where it comes from.
    def in_other_form(type, reason, limit = nil)
      lines = BulkDocument.other_form(record, type, reason, limit)
      BulkEntry.new(lines, 0, lines.bytesize, @original || self)
    end

    # What it was made from.
    def record
      return @original.record if @original

      text = OtherForm.scrub(lines)
      action, document = text.split("\n", 2)
      { '_id' => ID.match(action)&.[](1) }.compact.merge(parsed(document, text))
    end

    private

    def parsed(document, text)
      value = JSON.parse(document)
      value.is_a?(Hash) ? value : { 'message' => text }
    rescue JSON::ParserError, TypeError, EncodingError
      { 'message' => text }
    end
  end
end
