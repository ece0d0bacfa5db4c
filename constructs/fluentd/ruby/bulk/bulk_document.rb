# frozen_string_literal: true

require 'digest'
require 'json'
require_relative 'other_form'

module Efk
  # A record as the two lines of a bulk request that store it. They are made once, when the record enters the buffer, so
  # that a chunk is a request body; and not from msgpack, which fails a whole chunk for a number beyond 64 bits or an
  # object nested too deep (fluent/fluentd#4258).
  module BulkDocument
    # Ids that need no escaping.
    PLAIN_ID = %r{\A[\w+/=-]++\z}
    # Elasticsearch takes no longer ones. In bytes.
    LONGEST_ID = 512
    # Data streams know this operation alone; status 409 means that the document is stored already.
    ACTION = '{"create":{"_id":"%s"}}'
    # What `JSON.generate` raises for content: NaN, bytes that are no UTF-8, too many levels.
    UNWRITABLE = [StandardError, SystemStackError].freeze

    module_function

    # The record is not changed: it may be emitted again.
    def lines(record)
      document = JSON.generate(record.except('_id'))
      "#{action(record['_id'], document)}\n#{document}\n"
    rescue *UNWRITABLE => e
      other_form(record, e.class.name, 'cannot be written as JSON')
    end

    # Data streams refuse documents without a time.
    def timed(record, time)
      record.merge('@timestamp' => Time.at(time.to_r).utc.iso8601(9))
    end

    # The same id as before: what was refused does not occupy it, and sending the record again stores it once.
    def other_form(record, type, reason, limit = nil)
      document = JSON.generate(OtherForm.of(record, type, reason, limit))
      "#{action(record['_id'], document)}\n#{document}\n"
    end

    def action(id, document)
      return "{\"create\":{\"_id\":\"#{id}\"}}" if plain?(id)

      format(ACTION, Digest::SHA256.hexdigest(id.nil? ? document : id.to_s))
    end

    def plain?(id)
      id.is_a?(String) && id.bytesize <= LONGEST_ID && id.valid_encoding? && PLAIN_ID.match?(id)
    end
  end
end
