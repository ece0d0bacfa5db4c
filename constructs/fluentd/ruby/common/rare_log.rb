# frozen_string_literal: true

module Efk
  # Says a thing of a kind at most once in a while, with how often it happened since: a fault that every request meets
  # must not turn the log of Fluentd into the largest one on the node, nor rotate out what else stands in it.
  class RareLog
    def initialize(log, interval: 60, clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) })
      @log = log
      @interval = interval
      @clock = clock
      @mutex = Mutex.new
      @last = {}
      @held = Hash.new(0)
    end

    def warn(kind, message, fields = {})
      held = @mutex.synchronize { take_turn(kind) }
      @log.warn(message, held.positive? ? fields.merge(not_logged: held) : fields) if held
    end

    private

    # How often the kind was held back since it was said; nil to hold it back again.
    def take_turn(kind)
      now = @clock.call
      if @last[kind] && now - @last[kind] < @interval
        @held[kind] += 1
        return
      end
      @last[kind] = now
      @held.delete(kind) || 0
    end
  end
end
