# frozen_string_literal: true

require_relative '../treatments/conditions'
require_relative 'abnormal_logs'
require_relative 'level_counts'

module Efk
  # What alerts need of all logs: how many there are of each level, and the abnormal ones. Both ask for the level, and
  # they see every record, so that it is looked at once.
  class AlertCounts
    LEVEL = 'log.level'

    # +rules+ are conditions by the names of fields; +within+ is in seconds.
    def initialize(rules, within, max_series)
      words, others = rules.partition { |where| words?(where) }
      @words = words.flat_map { |where| where[LEVEL] }.to_set
      @rules = AnyConditions.new(others.map { |where| Conditions.new(where) })
      @within = within
      @levels = LevelCounts.new(max_series)
      @abnormal = AbnormalLogs.new(within, max_series)
    end

    def of?(_route) = true

    # Logs of +route+. What is too old is not abnormal now, and its rules are not asked.
    # rubocop:disable-next Metrics -- calls of methods for each record would take a tenth more (measured)
    def count(route, events, now)
      since = now - @within
      names = levels = nil
      events.each do |time, record|
        # The same object for all logs of a container, which come one after the other.
        levels = @levels.of(names = record['kubernetes']) unless levels && names.equal?(record['kubernetes'])
        log = record['log']
        word = log['level'] if log.is_a?(Hash)
        levels[LevelCounts::LEVELS[word] || LevelCounts::NONE] += 1
        next unless time.to_i > since && (@words.include?(word) || @rules.fulfilled?(record))

        @abnormal.add(route, names, time.to_i, now)
      end
      @levels.take(route)
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
