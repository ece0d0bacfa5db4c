# frozen_string_literal: true

require 'digest'
require 'fluent/event'
require 'json'
require_relative '../common/pipeline_error'
require_relative '../network/pieces'

module Efk
  # Makes events of the body of a request: JSON, one object or a list of them, or a line each. Their messages are the
  # text, as that of a container's line is, and are read later as these are.
  class HttpEvents
    LINES = %r{\A(?:application/(?:x-)?(?:ndjson|jsonl|json-?lines)|text/)}i
    PARTIAL = ['partial'].freeze
    SCRUBBED = 'message: bytes that are not UTF-8 were replaced by U+FFFD'
    NESTING = 100

    # Who sent the texts, and the key of a request that may be sent again.
    Sent = Struct.new(:texts, :peer, :key, :scrubbed, keyword_init: true)

    # The body is no JSON.
    class Unreadable < StandardError; end

    # +longest+ is the size at which a message goes on in a new event. In bytes.
    def initialize(tag, arrival, longest)
      @tag = tag
      @arrival = arrival
      @longest = longest
      @json = JSON::Coder.new(max_nesting: NESTING, allow_nan: true, allow_duplicate_key: true)
    end

    # The texts of a body.
    def sent(body, type, peer, key)
      body = body.force_encoding(Encoding::UTF_8)
      scrubbed = !body.valid_encoding?
      body = body.scrub if scrubbed
      Sent.new(texts: texts(body, type.to_s), peer: peer, key: key, scrubbed: scrubbed)
    end

    # A new stream at each call.
    def stream(sent)
      events = Fluent::MultiEventStream.new
      pieces(sent.texts).each_with_index do |(text, more), index|
        number = @arrival.number
        record = record(text, number, id(sent, index, number), sent)
        record['log']['flags'] = PARTIAL if more
        events.add(Fluent::EventTime.new(*number.divmod(1_000_000_000)), record)
      end
      events
    end

    private

    def texts(body, type)
      return lines(body) if LINES.match?(type)
      return [] if (body = body.strip).empty?

      texts_of(@json.load(body), body)
    rescue JSON::NestingError
      body.start_with?('{') ? [body] : raise(Unreadable, "lists must be nested at most #{NESTING} deep")
    rescue JSON::ParserError
      raise Unreadable, 'the body must be JSON; for a line each say content-type: application/x-ndjson'
    end

    def texts_of(read, body)
      case read
      when Array then read.map { |each| text(each) }
      when String then [read]
      else [body]
      end
    end

    def lines(body)
      body.split(/\r?\n/).reject { |line| line.strip.empty? }
    end

    def text(value)
      value.is_a?(String) ? value : @json.dump(value)
    end

    # With whether there is more of the text.
    def pieces(texts)
      texts.flat_map { |text| Pieces.enum_for(:each, text, @longest).to_a }
    end

    def record(text, number, id, sent)
      record = { 'message' => text, '_id' => id, 'log' => { 'offset' => number }, 'source' => { 'ip' => sent.peer } }
      sent.scrubbed ? PipelineError.mark(record, SCRUBBED) : record
    end

    # What is sent again with the same key is stored once.
    def id(sent, index, number)
      return @arrival.id(number) unless sent.key

      Digest::SHA256.hexdigest([@tag, sent.key, index].join("\0")).slice(0, 32)
    end
  end
end
