# frozen_string_literal: true

require_relative 'log_line'
require_relative 'runtime_pause'
require_relative 'stack_trace'

module Efk
  # Joins the lines of one stream of a container to events. It holds the newest event only, and that within bounds:
  # fluent-plugin-concat holds without any (fluent-plugin-concat#81), and emits a trace after a pause line by line, because
  # its first line is held by nothing.
  #
  # Lines that may belong to what is held are held with it as a guess. When a line comes that proves the guess, they are
  # part of the event; when another comes, the event ends before them and they begin the next.
  class TraceJoin
    # Bounds of an event, and of what is held of it: lines, bytes, seconds since the last and since the first line.
    Limits = Struct.new(:max_lines, :max_bytes, :wait, :max_age, keyword_init: true) do
      def initialize(max_lines: 1000, max_bytes: 1_048_576, wait: 2, max_age: 10) = super
    end

    # So many lines at most are held as a guess, e.g. the lines of a message before the first frame of its trace.
    MAX_GUESS = 16

    def initialize(limits = Limits.new)
      @limits = limits
      @lines = []
      @bytes = 0
      @guess = @state = nil
    end

    # How many bytes of text are held.
    def held_bytes = @bytes

    # The first line that is held: whoever saves a position must not pass it.
    def oldest = @lines.first

    def empty? = @lines.empty?

    # Takes the next line and yields the events that are complete with it. +now+ is the monotonic clock.
    def add(line, now, &)
      if @cut || line.partial || StackTrace.json?(line.text)
        flush_all(&)
        @cut = line.partial
        yield line
      else
        append(line, now, &)
      end
    end

    # Yields what has waited for long enough. Only for a stream of which no line is left to read: lines that were written
    # in one go are read in one go, unless the reader is held up.
    def flush(now, &)
      return if @lines.empty?

      if now - @latest >= @limits.wait then flush_all(&)
      elsif now - @since >= @limits.max_age then cut(&)
      end
    end

    # Yields everything.
    def flush_all(&)
      give_up_guess(&) while @guess
      release(&)
      @state = nil
    end

    private

    def append(line, now, &)
      text = StackTrace.readable(line.text)
      rule = rule_for(line, text)
      while rule.nil? && @guess
        give_up_guess(&)
        rule = rule_for(line, text)
      end
      if rule.nil? || rule.how == :apart then start(line, text, now, &)
      else
        join(line, rule, now, &)
      end
    end

    # How the line continues the event, or nil if it begins one.
    def rule_for(line, text)
      rule = @state&.follow(text) or return
      return if RuntimePause.between(@time, line.time) >= @limits.wait

      case rule.how
      when :guess then rule unless full?(line) || (@guess && @lines.size - @guess >= MAX_GUESS)
      when :quoted then rule if quoted?(text)
      else rule
      end
    end

    # Whether the newest indented lines, the source code of a trace, hold the text: it is part of the message then.
    def quoted?(text)
      text.size > 2 && @lines.last(MAX_GUESS).any? do |line|
        line.text.start_with?(' ') && StackTrace.readable(line.text).include?(text)
      rescue Encoding::CompatibilityError
        false
      end
    end

    def start(line, text, now, &)
      @guess = nil
      release(&)
      @state = StackTrace.start(text)
      hold(line, now)
      release(&) if @bytes > @limits.max_bytes
    end

    def join(line, rule, now, &)
      if rule.how == :guess then guess(now)
      else
        @guess = nil
        cut(&) if full?(line)
      end
      @state = rule.to
      hold(line, now)
      return unless rule.how == :done || @bytes > @limits.max_bytes

      flush_all(&)
    end

    def guess(now)
      @guess ||= @lines.size.tap { @guessed_at = now }
    end

    def hold(line, now)
      @since = now if @lines.empty?
      @latest = now
      @time = line.time
      @lines << line
      @bytes += line.text.bytesize + 1
    end

    def full?(line)
      return false if @lines.empty?

      @lines.size >= @limits.max_lines || @bytes + line.text.bytesize >= @limits.max_bytes ||
        RuntimePause.between(@lines.first.time, line.time) >= @limits.max_age
    end

    # Ends the event before the guess. What was guessed is looked at again by itself.
    def give_up_guess(&)
      rest = @lines.slice!(@guess..)
      at = @guessed_at
      @guess = nil
      release(&)
      @state = nil
      rest.each { |line| append(line, at, &) }
    end

    # Yields a part of an event that is too long or too old; the next line may still continue it.
    def cut(&)
      give_up_guess(&) while @guess
      release(partial: @lines.size > 1, &)
    end

    def release(partial: false)
      return if @lines.empty?

      first = @lines.first
      event = @lines.size == 1 ? first : joined(first, partial)
      @lines = []
      @bytes = 0
      yield event
    end

    def joined(first, partial)
      text = @lines.map(&:text).join("\n")
      LogLine.new(first.time, text, first.file, first.from, @lines.last.to, @lines.size, partial)
    end
  end
end
