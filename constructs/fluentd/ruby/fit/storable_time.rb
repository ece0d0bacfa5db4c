# frozen_string_literal: true

require 'date'

module Efk
  # Which times `@timestamp` takes: a `date_nanos` counts nanoseconds from 1970 in 64 bits, and a document with another
  # time is refused.
  class StorableTime
    # The form that runtimes write, up to the hour.
    HOUR = /\A(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):/
    # Without the 60th second: Java's time has no leap seconds.
    REST = /\G[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-7]):[0-5]\d)\z/
    HOUR_LENGTH = 14
    # Here an offset cannot lead out of the range.
    WHOLE_YEARS = (1971..2261)
    RANGE = (0..((2**63) - 1))

    def initialize
      @hour = 'none'
    end

    # Whether Elasticsearch takes +text+ as a time.
    def storable?(text)
      return false unless text.is_a?(String) && text.ascii_only?

      # Lines come many to an hour.
      (text.start_with?(@hour) || hour?(text)) && REST.match?(text, HOUR_LENGTH)
    end

    # The text of +time+, an instant that has seconds and nanoseconds; of now, if that is not in the range either.
    def text(time)
      time = Time.at(time.sec, time.nsec, :nsec) if time.is_a?(Fluent::EventTime)
      time = Time.now unless time.is_a?(Time) && RANGE.cover?(nanoseconds(time))
      time.utc.strftime('%Y-%m-%dT%H:%M:%S.%NZ')
    end

    private

    # Whether the beginning of +text+ is an hour in which every time can be stored; at the ends of the range, whether
    # this one can.
    def hour?(text)
      year, month, day = HOUR.match(text)&.captures&.map(&:to_i)
      return false unless year && Date.valid_civil?(year, month, day)
      return within?(text) unless WHOLE_YEARS.cover?(year)

      @hour = text.byteslice(0, HOUR_LENGTH)
    end

    def within?(text)
      REST.match?(text, HOUR_LENGTH) && RANGE.cover?(nanoseconds(DateTime.iso8601(text).to_time))
    end

    def nanoseconds(time)
      (time.to_i * 1_000_000_000) + time.nsec
    end
  end
end
