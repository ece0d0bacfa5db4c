# frozen_string_literal: true

require 'fluent/event'
require 'fluent/time'
require_relative '../common/pipeline_error'
require_relative '../fit/json_fields'
require_relative '../network/pieces'

module Efk
  # Makes events of messages of Kafka. Where a message stands is its identity; its time is part of it, because a topic
  # that is deleted and made again counts from 0 again.
  class KafkaRecords
    # Size at which a message goes on in a further event. In bytes.
    LONGEST = 1 << 20

    PARTIAL = ['partial'].freeze
    SCRUBBED = 'message: bytes that are not UTF-8 were replaced by U+FFFD'
    NO_OBJECT = 'message: is not an object of JSON'
    REMOVED = { 'action' => 'tombstone' }.freeze

    # How many messages were stored as text, although they should have been JSON.
    attr_reader :bad

    # +json+ is whether values are objects of JSON, whose `message` is the text.
    def initialize(input, json: false, longest: LONGEST)
      @input = input
      @json = json ? JsonFields.new : nil
      @longest = longest
      @bad = 0
    end

    # A new stream at each call.
    def stream(messages)
      events = Fluent::MultiEventStream.new
      messages.each { |message| add(message, time_of(message), events) }
      events
    end

    private

    def add(message, time, events)
      id = id(message)
      record = record(message)
      Pieces.enum_for(:each, record['message'], @longest).each_with_index do |(text, more), index|
        piece = record.merge('message' => text, '_id' => index.zero? ? id : "#{id}-#{index}")
        piece['log'] = piece['log'].merge('flags' => PARTIAL) if more
        events.add(time, piece)
      end
    end

    def record(message)
      text = text(message.payload)
      record = { 'message' => text || '', 'log' => { 'offset' => message.offset },
                 'kafka' => { 'topic' => message.topic, 'partition' => message.partition,
                              'key' => key(message.key) }.compact }
      return record.merge('event' => REMOVED) if text.nil?

      unless text.valid_encoding?
        record['message'] = text.scrub
        PipelineError.mark(record, SCRUBBED)
      end
      @json ? with_fields(record) : record
    end

    # Nil of a message without a value, which says that what its key stands for is removed.
    def text(payload)
      payload&.force_encoding(Encoding::UTF_8)
    end

    # Nil of bytes that are no text.
    def key(bytes)
      text = bytes&.dup&.force_encoding(Encoding::UTF_8)
      text if text&.valid_encoding? && !text.match?(/[\x00-\x08\x0e-\x1f]/)
    end

    def with_fields(record)
      fields = @json.of(record['message']) { |why| PipelineError.mark(record, why) }
      return not_json(record) unless fields

      record['message'] = fields.delete('message') if fields['message'].is_a?(String)
      record['json'] = fields unless fields.empty?
      record
    rescue StorableFields::Unstorable => e
      not_json(record, e.message)
    end

    def not_json(record, why = NO_OBJECT)
      @bad += 1
      PipelineError.mark(record, why)
    end

    def id(message)
      milliseconds = message.timestamp ? (message.timestamp.to_r * 1000).to_i : 0
      "#{milliseconds.to_s(36)}-#{@input}-#{message.topic}-#{message.partition}-#{message.offset}"
    end

    def time_of(message)
      message.timestamp ? Fluent::EventTime.from_time(message.timestamp) : Fluent::EventTime.now
    end
  end
end
