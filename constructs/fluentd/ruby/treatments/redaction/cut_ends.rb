# frozen_string_literal: true

module Efk
  # What of a message touches the end of an event where it was cut, since it is larger than events may be, and the
  # lines of a private key that are events of their own: nobody could tell from one event what it is.
  class CutEnds
    # A word, or a number with gaps, at an end. A longer one is cut there and not looked at as a whole.
    LONGEST = 8192
    AT_END = /(?:[\d -]{1,64}|\S{1,#{LONGEST}})\z/
    AT_BEGIN = /\A(?:[\d -]{1,64}|\S{1,#{LONGEST}})/
    MASK = '[cut]'
    KEY_BEGINS = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/
    KEY_ENDS = /-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/
    KEY_LINE = %r{\A\s*(?:[A-Za-z0-9+/=]{1,80}|[A-Za-z-]+: .{1,100})?\s*\z}
    KEY_MASK = '[privateKey redacted]'
    # Streams of containers that are looked at; more than a node has.
    MOST = 4096

    # +keys+ whether private keys are redacted.
    def initialize(keys:)
      @keys = keys
      @cut = {}
      @open = {}
    end

    # The message to redact instead of +message+ of the record; the block says that a line of a key was redacted.
    def message(record, message)
      stream = [record['kubernetes'].object_id, record['stream']]
      text = begin_of(stream, message)
      text = end_of(stream, text) if record['log'].is_a?(Hash) && record['log']['flags']&.include?('partial')
      return text unless @keys

      redacted = key_line(stream, text)
      yield if redacted != text
      redacted
    end

    private

    def begin_of(stream, text)
      @cut.delete(stream) ? text.sub(AT_BEGIN, MASK) : text
    end

    def end_of(stream, text)
      remember(@cut, stream)
      text.sub(AT_END, MASK)
    end

    def key_line(stream, text)
      return open_key(stream, text) unless @open.delete(stream)
      return text.sub(/\A.*?#{KEY_ENDS}/mo, KEY_MASK) if KEY_ENDS.match?(text)
      return open_key(stream, text) unless KEY_LINE.match?(text)

      remember(@open, stream)
      KEY_MASK
    end

    def open_key(stream, text)
      _, begins, rest = text.rpartition(KEY_BEGINS)
      remember(@open, stream) unless begins.empty? || KEY_ENDS.match?(rest)
      text
    end

    # Streams whose container is gone go first.
    def remember(streams, stream)
      streams.shift if streams.size >= MOST
      streams[stream] = true
    end
  end
end
