# frozen_string_literal: true

require_relative 'held_lines'
require_relative 'line_time'

module Efk
  # Joins the lines of one stream of a container to events, each of which begins with a line that matches a pattern. It
  # holds the newest event only, within the bounds of a TraceJoin.
  class FirstLineJoin
    # In seconds, for a line: the reader has other containers to read.
    TIMEOUT = 0.1
    # What the pattern sees of a line, in bytes.
    SEEN = 2000

    def self.pattern(source)
      Regexp.new(source, timeout: TIMEOUT)
    rescue RegexpError => e
      raise Fluent::ConfigError, "first_line must be a regular expression: #{e.message}"
    end

    def initialize(limits, pattern)
      @limits = limits
      @pattern = pattern
      @held = HeldLines.new
    end

    def held_bytes = @held.bytes
    def oldest = @held.first
    def empty? = @held.empty?

    # Takes the next line and yields the events that are complete with it. +now+ is the monotonic clock.
    def add(line, now, &)
      if !continues?(line) then flush_all(&)
      elsif @held.full?(line, @limits) then cut(&)
      end
      @time = line.time
      @held.add(line, now)
      flush_all(&) if held_bytes > @limits.max_bytes
    end

    # Whether something has waited for long enough.
    def due?(now) = !empty? && (waited?(now) || old?(now))

    # Yields what has waited for long enough.
    def flush(now, &)
      return unless due?(now)

      waited?(now) ? flush_all(&) : cut(&)
    end

    # Yields everything.
    def flush_all
      yield @held.take(false) unless empty?
    end

    private

    def waited?(now) = now - @held.latest >= @limits.wait
    def old?(now) = now - @held.since >= @limits.max_age

    # Yields a part of an event that is too long or too old; the next line may still continue it.
    def cut
      yield @held.take(@held.size > 1) unless empty?
    end

    def continues?(line)
      !@time.nil? && LineTime.between(@time, line.time) < @limits.wait && !first?(line.text)
    end

    # A line that takes too long to be matched is an event.
    def first?(text)
      text = text.byteslice(0, SEEN).scrub if text.bytesize > SEEN || !text.valid_encoding?
      @pattern.match?(text)
    rescue Regexp::TimeoutError
      true
    end
  end
end
