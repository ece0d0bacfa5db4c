# frozen_string_literal: true

require_relative 'held_lines'
require_relative 'stack_trace'

module Efk
  # Joins the lines of one stream of a container to events. It holds the newest event only, and that within bounds.
  # fluent-plugin-concat holds without any, and gives a trace after a pause back line by line: if it holds nothing, it
  # takes a line that is no first line for an event of its own.
  #
  # Lines that may belong to what is held are held with it as a guess. When a line comes that proves the guess, they are
  # part of the event; when another comes, the event ends before them and they are looked at again by themselves.
  class TraceJoin
    # Bounds of an event and of what is held: lines, bytes, seconds since the last line and since the first.
    Limits = Struct.new(:max_lines, :max_bytes, :wait, :max_age, keyword_init: true) do
      def initialize(max_lines: 1000, max_bytes: 1_048_576, wait: 2, max_age: 10) = super
    end

    # So many lines at most are held as a guess, e.g. the lines of a message before the first frame of its trace.
    MAX_GUESS = 16

    # +machine+ is that of a StackTrace.
    def initialize(limits = Limits.new, machine = StackTrace::ALL)
      @limits = limits
      @machine = machine
      @held = HeldLines.new
      @guess = @state = nil
    end

    # How many bytes of text are held, at most max_bytes.
    def held_bytes = @held.bytes

    # The first line that is held, or nil. A saved position must not pass it.
    def oldest = @held.first
    def empty? = @held.empty?

    # Takes the next line and yields the events that are complete with it. +now+ is the monotonic clock.
    def add(line, now, &)
      if StackTrace.json?(line.text)
        flush_all(&)
        yield line
      else
        append(line, now, &)
      end
    end

    # Whether something has waited for long enough.
    def due?(now) = !empty? && (waited?(now) || old?(now))

    # Yields what has waited for long enough. Only for a stream of which no line is left to read: what was written in
    # one go stays together, even if the reader is held up in the middle of it.
    def flush(now, &)
      return unless due?(now)

      waited?(now) ? flush_all(&) : cut(&)
    end

    # Yields everything.
    def flush_all(&)
      give_up_guess(&) while @guess
      release(false, &)
      @state = nil
    end

    private

    def waited?(now) = now - @held.latest >= @limits.wait
    def old?(now) = now - @held.since >= @limits.max_age
    def between_traces? = @state.nil? || @state == @machine.line

    def append(line, now, &)
      text = StackTrace.readable(line.text)
      return start(line, @machine.line, now, &) if between_traces? && @machine.ordinary?(text)

      rule = settled_rule(line, text, &)
      return start(line, @machine.start(text), now, &) if rule.nil? || rule.how == :apart

      join(line, rule, now, &)
    end

    # How the line continues what is held, or nil if it begins an event. What it does not prove is no guess any more.
    def settled_rule(line, text, &)
      rule = rule_for(line, text)
      while rule.nil? && @guess
        give_up_guess(&)
        rule = rule_for(line, text)
      end
      rule
    end

    def rule_for(line, text)
      rule = @state&.follow(text)
      rule if rule && LineTime.between(@time, line.time) < @limits.wait && holds?(rule, line, text)
    end

    def holds?(rule, line, text)
      case rule.how
      when :guess then !@held.full?(line, @limits) && (@guess.nil? || @held.size - @guess < MAX_GUESS)
      when :quoted then @held.quote?(text)
      else true
      end
    end

    # The event that is held is complete, and the line begins the next.
    def start(line, state, now, &)
      @guess = nil
      release(false, &)
      @state = state
      hold(line, now)
      release(false, &) if held_bytes > @limits.max_bytes
    end

    def join(line, rule, now, &)
      if rule.how == :guess
        @guess ||= @held.size.tap { @guessed_at = now }
      else
        @guess = nil
        cut(&) if @held.full?(line, @limits)
      end
      @state = rule.to
      hold(line, now)
      flush_all(&) if rule.how == :done || held_bytes > @limits.max_bytes
    end

    def hold(line, now)
      @time = line.time
      @held.add(line, now)
    end

    # The event ends before the guess. What was guessed is looked at again.
    def give_up_guess(&)
      rest = @held.cut_off(@guess)
      at = @guessed_at
      @guess = nil
      release(false, &)
      @state = nil
      rest.each { |line| append(line, at, &) }
    end

    # Yields a part of an event that is too long or too old; the next line may still continue it.
    def cut(&)
      give_up_guess(&) while @guess
      release(@held.size > 1, &)
    end

    def release(partial)
      yield @held.take(partial) unless @held.empty?
    end
  end
end
