# frozen_string_literal: true

require_relative '../common/metrics'
require_relative '../treatments/conditions'
require_relative 'bounded_names'
require_relative 'recent_count'

module Efk
  # How many abnormal logs each workload has written within the last minutes, by the times of the logs: what is read
  # late is not counted as if it happened now, and a restart of Fluentd counts nothing again. A rate of Prometheus could
  # not tell nine from ten: it extrapolates, and does not see how a series began.
  class AbnormalLogs
    # +rules+ are conditions by the names of fields; +within+ is in seconds.
    def initialize(rules, within, max_series)
      @rules = rules.map { |where| Conditions.new(where) }
      @within = within
      @names = BoundedNames.new(max_series)
      @recent = {}
      @keys = {}.compare_by_identity
      @gauge = Metrics.gauge(:fluentd_log_metrics_abnormal_logs, 'Abnormal logs of the last minutes.',
                             %i[route namespace container])
    end

    def add(route, record, time, now)
      return if time <= now - @within || @rules.none? { |rule| rule.fulfilled?(record) }

      count_of(route, record['kubernetes']).add([time, now].min, now)
    end

    # Takes off what is too old, and shows what is left.
    def refresh(now)
      @recent.each { |labels, count| @gauge.set(count.peak(now), labels: labels) if count.changed?(now) }
    end

    private

    # +names+ is the same object for all logs of a container.
    def count_of(route, names)
      labels = (@keys[names] ||= {})[route] ||= labels_of(route, names || {})
      @recent[labels] ||= RecentCount.new(@within)
    end

    def labels_of(route, names)
      @keys.clear if @keys.size > 10_000
      workload = "#{names['namespace_name']}/#{names['container_name']}"
      return { route: route, namespace: BoundedNames::OTHER, container: BoundedNames::OTHER } unless known?(workload)

      { route: route, namespace: names['namespace_name'].to_s, container: names['container_name'].to_s }
    end

    def known?(workload) = @names.of(workload) == workload
  end
end
