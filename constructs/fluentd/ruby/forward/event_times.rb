# frozen_string_literal: true

require 'fluent/time'

module Efk
  # Times of events that others send.
  module EventTimes
    # As Elasticsearch reads it.
    TIME = /\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)\z/

    module_function

    def time?(time)
      time.is_a?(Fluent::EventTime) || time.is_a?(Integer)
    end

    # The time that a record says itself, else that of the event, as text.
    def text(said, time)
      return said if said.is_a?(String) && TIME.match?(said)

      seconds, nanoseconds = time.is_a?(Integer) ? [time, 0] : [time.sec, time.nsec]
      return Time.now.utc.iso8601(9) if seconds.zero?

      Time.at(seconds, nanoseconds, :nsec).utc.iso8601(9)
    end
  end
end
