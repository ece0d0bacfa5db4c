# frozen_string_literal: true

require_relative '../common/metrics'
require_relative 'bounded_series'
require_relative 'recent_count'

module Efk
  # How many abnormal logs each workload has written within the last minutes, by the times of the logs: what is read
  # late is not counted as if it happened now, and a restart of Fluentd counts nothing again. A rate of Prometheus could
  # not tell nine from ten: it extrapolates, and does not see how a series began.
  class AbnormalLogs
    # A workload without an abnormal log has its series for so much longer than such a log counts. In seconds.
    IDLE = 600

    # +within+ is in seconds.
    def initialize(within, max_series)
      @within = within
      @recent = {}
      @gauge = Metrics.gauge(:fluentd_log_metrics_abnormal_logs, 'Abnormal logs of the last minutes.',
                             %i[route namespace container])
      @series = BoundedSeries.new(@gauge, max_series, within + IDLE) do |labels|
        labels.merge(namespace: BoundedSeries::OTHER, container: BoundedSeries::OTHER, route: BoundedSeries::OTHER)
      end
    end

    # Adds an abnormal log; +time+ is its own, +names+ are those of its container.
    def add(route, names, time, now)
      labels = @series.of(labels_of(route, names || {}), now)
      (@recent[labels] ||= RecentCount.new(@within)).add([time, now].min, now)
    end

    # Takes off what is too old, and shows what is left.
    def refresh(now)
      @recent.each { |labels, count| @gauge.set(count.peak(now), labels: labels) if count.changed?(now) }
      @series.expire(now) { |labels| @recent.delete(labels) }
    end

    private

    def labels_of(route, names)
      { route: route, namespace: names['namespace_name'].to_s, container: names['container_name'].to_s }
    end
  end
end
