# frozen_string_literal: true

require 'date'
require 'tzinfo'

module Efk
  # Reads the time that an application has written. Where it says no zone, that of the reader holds; where it says no
  # year, as syslog and klog do, it is the one that brings it nearest to the time of the runtime.
  class WrittenTime
    # By RFC 3339, and as programs write it: a space for the T, a comma before the fraction, no zone.
    ISO = /\A(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9})\d{0,9})?(?: ?(Z|UTC|[+-]\d\d(?::?\d\d)?))?\z/
    UNIX = /\A\d{1,13}(?:\.\d{1,12})?\z/
    # Seconds of a unit.
    UNITS = { 'unix' => 1, 'unix_ms' => 1/1000r }.freeze
    LONGEST = 64
    FORMATS = %w[iso8601 unix unix_ms].freeze

    # +format+ is one of FORMATS or one of strptime, +zone+ a name of the time zone database or an offset.
    def initialize(format, zone)
      @format = format
      @unit = UNITS[format]
      zone ||= 'UTC'
      @offset = zone.match?(/\A[+-]/) ? offset_of(zone) : nil
      @zone = TZInfo::Timezone.get(zone) unless @offset
    rescue TZInfo::InvalidTimezoneIdentifier
      raise Fluent::ConfigError, "a zone must be known, got #{zone}"
    end

    # The Time of +value+; nil if it is written otherwise, or there is no such time. +near+ is that of the runtime.
    def read(value, near)
      return unix(value) if @unit
      return unless value.is_a?(String) && value.bytesize <= LONGEST

      @format == 'iso8601' ? iso(value, near) : formatted(value, near)
    rescue ArgumentError, RangeError
      nil
    end

    private

    def unix(value)
      text = value.is_a?(Float) && value.abs < 1e13 ? value.to_s : value
      text = text.to_s if text.is_a?(Integer)
      Time.at(text.to_r * @unit).utc if text.is_a?(String) && UNIX.match?(text)
    end

    def iso(text, near)
      match = ISO.match(text) or return
      *civil, fraction, zone = match.captures
      fraction = fraction ? Rational(fraction.ljust(9, '0').to_i, 1_000_000_000) : 0
      instant(civil.map(&:to_i), fraction, zone && offset_of(zone), near)
    end

    def formatted(text, near)
      parts = parts_of(text) or return
      fraction = parts[:sec_fraction] || 0
      return Time.at(parts[:seconds] + fraction).utc if parts[:seconds]

      civil = civil_of(parts) or return
      with_year(parts[:year], civil, near) { |whole| instant(whole, fraction, parts[:offset], near) }
    end

    # What the format reads; nil if there is more, or a zone that Ruby does not know.
    def parts_of(text)
      parts = Date._strptime(text, @format)
      parts unless parts.nil? || parts[:leftover] || (parts[:zone] && parts[:offset].nil?)
    end

    # Month, day, hour, minute and second; nil if it is no day and hour.
    def civil_of(parts)
      civil = parts.values_at(:mon, :mday, :hour)
      [*civil, parts[:min] || 0, parts[:sec] || 0] if civil.all?
    end

    # The time that the block makes of the date with its year, or with the best one.
    def with_year(year, civil, near)
      return yield([year, *civil]) if year

      years = near.year.pred..near.year.succ
      years.filter_map { |guess| yield [guess, *civil] if Date.valid_date?(guess, *civil.first(2)) }
           .min_by { |time| (time - near).abs }
    end

    def instant(civil, fraction, offset, near)
      return unless Date.valid_date?(*civil.first(3))

      # What a leap second is to clocks that know none.
      civil = [*civil.first(5), 59] if civil.last == 60
      local = Time.utc(*civil)
      local - (offset || @offset || zone_offset(local, near)) + fraction
    end

    # Of two, in the night when clocks are set back, that nearer to the time of the runtime; of none, when they are set
    # forward, that of before.
    def zone_offset(local, near)
      offsets = @zone.periods_for_local(local).map(&:observed_utc_offset)
      return zone_offset(local - 3600, near) if offsets.empty?

      offsets.min_by { |offset| (local - offset - near).abs }
    end

    def offset_of(text)
      return 0 unless text.start_with?('+', '-')

      seconds = (text[1, 2].to_i * 3600) + (text[-2, 2].to_i * (text.size > 3 ? 60 : 0))
      text.start_with?('-') ? -seconds : seconds
    end
  end
end
