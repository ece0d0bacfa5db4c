# frozen_string_literal: true

require 'digest'
require 'securerandom'
require_relative 'event_times'

module Efk
  # Records of anybody who speaks the protocol of Fluentd, with an identity and a text; what else they have stays beside
  # it.
  class ForeignRecords
    # Fields in which senders have the text of a log.
    TEXTS = %w[message log MESSAGE].freeze
    # Fields of the metadata of containers that are kept.
    NAMES = %w[namespace_name pod_name pod_id container_name host].freeze
    STREAMS = %w[stdout stderr].freeze
    # What a sender cannot choose, and what its parser of runtimes leaves over.
    TAKEN_AWAY = %w[_id _treatment data_stream @timestamp kubernetes stream].freeze
    OF_RUNTIME = %w[_p logtag time].freeze

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
      place(event, record)
      field = TEXTS.find { |name| event[name].is_a?(String) }
      event['message'] = event.delete(field) if field
      event
    end

    def place(event, record)
      if STREAMS.include?(record['stream'])
        event['stream'] = record['stream']
        OF_RUNTIME.each { |name| event.delete(name) }
      end
      names = record['kubernetes']
      return unless names.is_a?(Hash)

      event['kubernetes'] = NAMES.filter_map { |name| [name, names[name]] if names[name].is_a?(String) }.to_h
    end
  end
end
