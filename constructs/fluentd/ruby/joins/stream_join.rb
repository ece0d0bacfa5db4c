# frozen_string_literal: true

require_relative 'log_line'
require_relative 'trace_join'

module Efk
  # One stream of a container: joins the parts of lines that the runtime has cut, then lines to events. A line that
  # does not end goes on in pieces of about +max_bytes+ (fluent-plugin-concat holds all of it: a line of 200 MB took
  # 320 MiB).
  class StreamJoin
    # +lines+ joins whole lines.
    def initialize(limits, lines = TraceJoin.new(limits))
      @max_bytes = limits.max_bytes
      @max_age = limits.max_age
      @lines = lines
    end

    # Takes a line of the runtime, which goes on in the next one if it is +partial+; yields what is complete.
    def add(line, partial, now, &)
      return @lines.add(line, now, &) unless @part || partial

      append(line, now)
      if !partial
        finish(now, &)
      elsif @part.text.bytesize >= @max_bytes
        cut(now, &)
      end
    end

    # Whether something has waited for long enough.
    def due?(now) = part_due?(now) || @lines.due?(now)

    # Yields what has waited for long enough. A line that a dead container has begun is as complete as it will be.
    def flush(now, &)
      yield_piece(@part, &) if part_due?(now)
      @lines.flush(now, &)
    end

    # Yields everything.
    def flush_all(&)
      yield_piece(@part, &) if @part
      @lines.flush_all(&)
    end

    # Forgets everything: it will be read again.
    def clear
      @part = nil
      @lines.flush_all { nil }
    end

    # The lines that are held, the first one of each kind.
    def held
      [@lines.oldest, @part].compact
    end

    def held_bytes
      @lines.held_bytes + (@part ? @part.text.bytesize : 0)
    end

    private

    def part_due?(now) = !@part.nil? && now - @since >= @max_age

    # Parts may end within a character, so they are bytes until they are whole.
    def append(line, now)
      if @part
        @part.text << line.text.b
        @part.to = line.to
      else
        line.text = line.text.b
        @since = now
        @piece = false
        @part = line
      end
    end

    def finish(now, &)
      return yield_piece(@part, partial: false, &) if @piece

      part = @part
      @part = nil
      part.text.force_encoding(Encoding::UTF_8)
      @lines.add(part, now, &)
    end

    def cut(now, &)
      part = @part
      rest = part.text.slice!(whole_characters(part.text)..)
      yield_piece(part, &)
      @part = LogLine.new(part.time, rest, part.file, part.to, part.to, 1, false)
      @piece = true
      @since = now
    end

    # A piece of a line belongs to no trace.
    def yield_piece(part, partial: true, &)
      @part = nil
      @lines.flush_all(&)
      return if part.text.empty?

      part.text.force_encoding(Encoding::UTF_8)
      part.partial = partial
      yield part
    end

    # Length of +text+ without a character that is only begun at its end. In bytes.
    def whole_characters(text)
      tail = text.byteslice(-3..) || text
      begun = tail.index(/[\xC0-\xDF]\z|[\xE0-\xEF].?\z|[\xF0-\xF7].{0,2}\z/mn)
      begun ? text.bytesize - tail.bytesize + begun : text.bytesize
    end
  end
end
