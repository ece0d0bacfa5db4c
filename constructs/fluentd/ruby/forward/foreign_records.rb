# frozen_string_literal: true

require 'digest'
require 'securerandom'
require_relative 'event_times'

module Efk
  # Records of anybody who speaks the protocol of Fluentd, with an identity and a text; what else they have stays as it
  # is, and is trusted in nothing.
  class ForeignRecords
    # Fields in which senders have the text of a log that has no message.
    TEXTS = %w[log MESSAGE].freeze
    # What another pipeline of ours knows of a record, and what the parser of a runtime leaves over.
    TAKEN_AWAY = %w[_id _treatment data_stream @timestamp].freeze
    OF_RUNTIME = %w[_p logtag time].freeze
    STREAMS = %w[stdout stderr].freeze

    # Yields time and record of each entry that is one; returns the number of all. An id is made of the +chunk+ and the
    # place in it: the same when it is sent again, because its acknowledgement was lost.
    def each(entries, chunk)
      source = Digest::SHA256.hexdigest(chunk || SecureRandom.hex).slice(0, 20)
      number = 0
      entries.each do |time, record|
        number += 1
        # Fluent Bit 5: a time with metadata of the event.
        time, = time if time.is_a?(Array)
        yield time, build(time, record, "#{source}-#{number.to_s(36)}") if record.is_a?(Hash) && EventTimes.time?(time)
      end
      number
    end

    private

    def build(time, record, id)
      event = record.except(*TAKEN_AWAY)
      event['_id'] = id
      event['@timestamp'] = EventTimes.text(record['@timestamp'], time)
      OF_RUNTIME.each { |name| event.delete(name) } if STREAMS.include?(record['stream'])
      add_text(event) if event['message'].nil?
      event
    end

    def add_text(event)
      field = TEXTS.find { |name| event[name].is_a?(String) }
      event['message'] = event.delete(field) if field
    end
  end
end
