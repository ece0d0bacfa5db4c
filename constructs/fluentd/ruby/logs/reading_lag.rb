# frozen_string_literal: true

require_relative '../common/metrics'

module Efk
  # How far reading is behind what the containers have written.
  class ReadingLag
    def initialize
      @bytes = Metrics.gauge(:fluentd_container_logs_lag_bytes, 'Bytes of log files that the buffer has not taken yet.',
                             [:route])
    end

    # A route has a series as long as it has files on the node.
    def show(logs)
      lags = logs.each_with_object(Hash.new(0)) { |log, sums| sums[log.tag] += log.files.lag }
      @bytes.show(lags.transform_keys { |route| { route: route } })
    end
  end
end
