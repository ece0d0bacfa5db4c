# frozen_string_literal: true

require_relative 'abnormal_logs'
require_relative 'any_conditions'
require_relative 'level_counts'

module Efk
  # What alerts need of all logs: how many there are of each level, and the abnormal ones. Both ask for the level, and
  # they see every record, so that it is looked at once.
  class AlertCounts
    LEVEL = 'log.level'
    NAMES = 'kubernetes'
    LOG = 'log'
    WORD = 'level'

    # +rules+ are conditions by the names of fields; +within+ is in seconds.
    def initialize(rules, within, max_series)
      words, others = rules.partition { |where| words?(where) }
      @levels = LevelCounts.new(max_series, words.flat_map { |where| where[LEVEL] })
      @rules = AnyConditions.new(others.map { |where| Conditions.new(where) })
      @within = within
      @abnormal = AbnormalLogs.new(within, max_series)
    end

    def of?(_route) = true

    # Logs of +route+. What is too old is not abnormal now; that is asked last, since most logs are neither.
    # rubocop:disable-next Metrics -- calls of methods for each record would take a half more (measured)
    def count(route, events, now)
      since = now - @within
      counts, places, listed = @levels.for_counting(route)
      events.each do |time, record|
        log = record[LOG]
        place = places[log.is_a?(Hash) ? log[WORD] : nil]
        counts[record[NAMES]][place] += 1
        next unless (listed[place] || @rules.fulfilled?(record)) && time.to_i > since

        @abnormal.add(route, record[NAMES], time.to_i, now)
      end
    end

    def refresh(now)
      @levels.refresh(now)
      @abnormal.refresh(now)
    end

    private

    # Whether conditions are those of words for the level alone.
    def words?(where)
      where.keys == [LEVEL] && Array(where[LEVEL]).all?(String)
    end
  end
end
