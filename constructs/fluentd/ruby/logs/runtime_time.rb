# frozen_string_literal: true

require 'fluent/time'
require 'time'

module Efk
  # The time that a container runtime writes before a line: RFC 3339 with up to nine digits, without trailing zeros and
  # so also without a fraction, in UTC (containerd, Docker) or with the offset of the node (CRI-O).
  class RuntimeTime
    SECOND = /\A(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?=[.Z])/
    OFFSET = /[+-]\d\d:\d\d\z/
    Z = 'Z'.ord

    def initialize
      @second = 'none'
    end

    # The Fluent::EventTime of +text+, or nil if that is no time.
    def parse(text)
      return parse_any(text) unless text.getbyte(-1) == Z

      # Lines come many to a second.
      return unless text.start_with?(@second) || change_second(text)

      Fluent::EventTime.new(@seconds, nanoseconds(text))
    end

    private

    def change_second(text)
      match = SECOND.match(text) or return
      @seconds = Time.utc(*match.captures).to_i
      @second = match[0]
    rescue ArgumentError
      nil
    end

    def nanoseconds(text)
      digits = text.byteslice(20..-2)
      digits.bytesize == 9 ? digits.to_i : digits.ljust(9, '0').to_i
    end

    def parse_any(text)
      Fluent::EventTime.from_time(Time.iso8601(text)) if text.match?(OFFSET)
    rescue ArgumentError
      nil
    end
  end
end
