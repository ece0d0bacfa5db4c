# frozen_string_literal: true

require_relative '../common/metrics'
require_relative 'bounded_series'

module Efk
  # Logs by route, namespace and level. Counted here and published for many at once: a counter of the registry takes as
  # long as the rest of the filter.
  class LevelCounts
    NONE = 'none'
    LEVELS = %w[trace debug info notice warn error critical alert emergency fatal].to_h { |word| [word, word] }.freeze

    # A namespace that has logged nothing for so long has no series any more. In seconds.
    IDLE = 3600

    # +listed+ are words of which somebody wants to know whether a log has one of them.
    def initialize(max_series, listed = [])
      place([nil, *LEVELS.keys, *listed].uniq, listed)
      @counts = Hash.new { |counts, names| counts[names] = Array.new(@levels.size, 0) }.compare_by_identity
      @taken = Hash.new(0)
      publish(max_series)
    end

    # What is needed to count, without a call for each log: the counts of a container by its names, which are the same
    # object for all its logs; the place of a word among them; and whether the word of a place is listed.
    def for_counting
      [@counts, @places, @listed]
    end

    # What was counted are logs of +route+.
    def take(route)
      @counts.each do |names, counts|
        namespace = (names && names['namespace_name']).to_s
        counts.each_with_index do |count, at|
          @taken[{ route: route, namespace: namespace, level: @levels[at] }] += count if count.positive?
        end
      end
      @counts.clear
    end

    # Publishes what was taken.
    def refresh(now)
      @taken.each { |labels, count| @total.increment(by: count, labels: @series.of(labels, now)) }
      @taken.clear
      @series.expire(now)
    end

    private

    # Gives each word a place; the first is that of all that are no level.
    def place(words, listed)
      @places = Hash.new(0).merge!(words.each_with_index.to_h)
      @levels = words.map { |word| LEVELS.fetch(word, NONE) }
      @listed = words.map { |word| listed.include?(word) }
    end

    def publish(max_series)
      @total = Metrics.counter(:fluentd_log_metrics_records_total, 'Logs by level.', %i[route namespace level])
      @series = BoundedSeries.new(@total, max_series, IDLE) do |labels|
        labels.merge(route: BoundedSeries::OTHER, namespace: BoundedSeries::OTHER)
      end
    end
  end
end
