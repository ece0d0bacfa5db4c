# frozen_string_literal: true

module Efk
  # Durations in nanoseconds, which is what `event.duration` is in. A number alone has no unit: its key must say it.
  module Durations
    # Nanoseconds of a unit, by what stands behind a number or a key.
    UNITS = { 'ns' => 1, 'us' => 1_000, 'µs' => 1_000, 'μs' => 1_000, 'ms' => 1_000_000, 's' => 1_000_000_000,
              'm' => 60_000_000_000, 'h' => 3_600_000_000_000 }.freeze
    MOST = (2**63) - 1
    NUMBER = /\A\d{1,15}(?:\.\d{1,9})?\z/
    # As Go writes them, `1h2m3.5s`; others have one part, some with a space.
    PART = /(\d{1,15}(?:\.\d{1,12})?) ?(ns|us|µs|μs|ms|s|m|h)/
    TEXT = /\A(?:#{PART})+\z/
    LONGEST = 40
    # HH:MM:SS.fffffff of .NET.
    CLOCK = /\A(\d{2}):([0-5]\d):([0-5]\d(?:\.\d{1,9})?)\z/

    module_function

    def of_number(value, factor)
      case value
      when Float then of_float(value * factor)
      when Integer then bounded(value * factor)
      when NUMBER then bounded((value.to_r * factor).round)
      end
    end

    # Neither NaN nor infinite ones are between the two.
    def of_float(nanoseconds)
      nanoseconds.round if nanoseconds > -0.5 && nanoseconds <= MOST
    end

    # A text with units; nil if it is none.
    def of_text(value)
      return unless value.is_a?(String) && value.size <= LONGEST

      return bounded(of_parts(value)) if TEXT.match?(value)

      clock = CLOCK.match(value)
      bounded(of_clock(clock)) if clock
    end

    def of_clock(clock)
      hours, minutes, seconds = clock.captures
      (((hours.to_i * 3600) + (minutes.to_i * 60) + seconds.to_r) * UNITS['s']).round
    end

    def of_parts(text)
      text.scan(PART).sum { |number, unit| number.to_r * UNITS[unit] }.round
    end

    def bounded(nanoseconds)
      nanoseconds if nanoseconds.between?(0, MOST)
    end
  end
end
