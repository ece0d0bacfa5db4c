# frozen_string_literal: true

require_relative 'line_time'
require_relative 'log_line'

module Efk
  # The lines of one event that may not be complete, in order, with their size and age.
  class HeldLines
    QUOTES = 16
    # In bytes.
    LONGEST_SOURCE = 4000
    private_constant :QUOTES, :LONGEST_SOURCE

    # Text of all lines with their line breaks, in bytes.
    attr_reader :bytes

    # When the first and the last line came, by the monotonic clock.
    attr_reader :since, :latest

    def initialize
      clear
    end

    def first = @lines.first

    def size = @lines.size

    def empty? = @lines.empty?

    def add(line, now)
      @since = now if @lines.empty?
      @latest = now
      @lines << line
      @bytes += line.text.bytesize + 1
    end

    # Whether one more line would be too much, in number, bytes or age.
    def full?(line, limits)
      return false if @lines.empty?

      @lines.size >= limits.max_lines || @bytes + line.text.bytesize >= limits.max_bytes ||
        LineTime.between(first.time, line.time) >= limits.max_age
    end

    # Whether one of the newest lines that are indented, as source code in a trace is, holds the text.
    def quote?(text)
      text = text.b
      text.size > 2 && @lines.last(QUOTES).any? { |line| source?(line.text) && line.text.b.include?(text) }
    end

    # Takes the lines out from number +index+ on.
    def cut_off(index)
      rest = @lines.slice!(index..)
      @bytes -= rest.sum { |line| line.text.bytesize + 1 }
      rest
    end

    # Takes all lines out, as one event.
    def take(partial)
      event = @lines.size == 1 ? first : joined(partial)
      clear
      event
    end

    private

    def clear
      @lines = []
      @bytes = 0
    end

    def source?(text) = text.start_with?(' ') && text.bytesize <= LONGEST_SOURCE

    def joined(partial)
      text = @lines.map(&:text).join("\n")
      LogLine.new(first.time, text, first.file, first.from, @lines.last.to, @lines.size, partial)
    end
  end
end
