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

    # Containers that are counted apart until they are taken together. There may be more than run, where every log comes
    # with an object of its own.
    CONTAINERS = 4096

    # +listed+ are words of which somebody wants to know whether a log has one of them.
    def initialize(max_series, listed = [])
      place([nil, *LEVELS.keys, *listed].uniq, listed)
      @taken = Hash.new(0)
      @counts = Hash.new { |counts, route| counts[route] = counts_of_containers }
      publish(max_series)
    end

    # What is needed to count logs of +route+, without a call for each of them: the counts of a container by its names,
    # which are the same object for all its logs; the place of a word among them; and whether the word of a place is
    # listed.
    def for_counting(route)
      containers = @counts[route]
      take(route, containers) if containers.size > CONTAINERS
      [containers, @places, @listed]
    end

    # Publishes what was counted.
    def refresh(now)
      @counts.each { |route, containers| take(route, containers) }
      @taken.each { |labels, count| @total.increment(by: count, labels: @series.of(labels, now)) }
      @taken.clear
      @series.expire(now)
    end

    private

    def counts_of_containers
      Hash.new { |counts, names| counts[names] = Array.new(@levels.size, 0) }.compare_by_identity
    end

    # Adds up what was counted, by the labels of its series. Containers that are gone are forgotten.
    def take(route, containers)
      containers.each do |names, counts|
        namespace = (names && names['namespace_name']).to_s
        counts.each_with_index do |count, place|
          @taken[{ route: route, namespace: namespace, level: @levels[place] }] += count if count.positive?
        end
      end
      containers.clear
    end

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
