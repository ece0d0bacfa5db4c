# frozen_string_literal: true

module Efk
  # How many of something there were within a time, in steps of a few seconds. Its memory is that of the steps, however
  # many there were.
  class RecentCount
    # What belongs together. In seconds; so much longer than the time something may count.
    STEP = 5

    # For so long the most that it has been is shown, so that a scrape every half minute sees it. In seconds.
    SHOWN = 60

    def initialize(within)
      @within = within
      @steps = Hash.new(0)
      @count = 0
      @peaks = []
      @shown = nil
    end

    def add(time, now)
      forget(now)
      @steps[time / STEP] += 1
      @count += 1
      keep(now)
    end

    # The most that it has been within the last minute.
    def peak(now)
      forget(now)
      keep(now)
      @shown = @peaks.first.last
    end

    # Whether it may be another than was shown.
    def changed?(now)
      @shown != 0 || peak(now) != 0
    end

    private

    # In a second nothing becomes too old.
    def forget(now)
      return if now == @now

      @now = now
      @steps.delete_if { |step, _| (step + 1) * STEP <= now - @within }
      @count = @steps.each_value.sum
    end

    # Of the counts of the last minute those that may still become the most, the largest first.
    def keep(now)
      @peaks.pop while @peaks.any? && @peaks.last.last <= @count
      @peaks.shift while @peaks.any? && @peaks.first.first <= now - SHOWN
      @peaks << [now, @count]
    end
  end
end
