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

    def initialize(max_series)
      @counts = {}.compare_by_identity
      @taken = Hash.new(0)
      @total = Metrics.counter(:fluentd_log_metrics_records_total, 'Logs by level.', %i[route namespace level])
      @series = BoundedSeries.new(@total, max_series, IDLE) do |labels|
        labels.merge(route: BoundedSeries::OTHER, namespace: BoundedSeries::OTHER)
      end
    end

    # Counts of the logs of a container, by NONE and the values of LEVELS; these are looked up as objects, not as texts.
    def of(names)
      @counts[names] ||= Hash.new(0).compare_by_identity
    end

    # What was counted are logs of +route+.
    def take(route)
      @counts.each do |names, levels|
        namespace = (names && names['namespace_name']).to_s
        levels.each { |level, count| @taken[{ route: route, namespace: namespace, level: level }] += count }
      end
      @counts.clear
    end

    # Publishes what was taken.
    def refresh(now)
      @taken.each { |labels, count| @total.increment(by: count, labels: @series.of(labels, now)) }
      @taken.clear
      @series.expire(now)
    end
  end
end
