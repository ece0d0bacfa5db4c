# frozen_string_literal: true

require_relative '../common/metrics'
require_relative 'bounded_names'

module Efk
  # Logs by route, namespace and level. Counted here and published for many at once: a counter of the registry takes as
  # long as the rest of the filter.
  class LevelCounts
    NONE = 'none'
    LEVELS = %w[trace debug info notice warn error critical alert emergency fatal].to_h { |word| [word, word] }.freeze

    def initialize(max_series)
      # A namespace has a series for each level that it uses; few use more than four.
      @namespaces = BoundedNames.new(max_series / 4)
      @counts = {}.compare_by_identity
      @total = Metrics.counter(:fluentd_log_metrics_records_total, 'Logs by level.', %i[route namespace level])
    end

    def add(record)
      log = record['log']
      level = (log.is_a?(Hash) && LEVELS[log['level']]) || NONE
      # The same object for all logs of a container.
      (@counts[record['kubernetes']] ||= Hash.new(0))[level] += 1
    end

    # Counts what was added as logs of +route+.
    def publish(route)
      @counts.each do |names, levels|
        namespace = @namespaces.of((names && names['namespace_name']).to_s)
        levels.each { |level, count| @total.increment(by: count, labels: { route:, namespace:, level: }) }
      end
      @counts.clear
    end
  end
end
