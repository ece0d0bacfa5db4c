# frozen_string_literal: true

require_relative '../common/metrics'
require_relative '../common/rare_log'

module Efk
  # What an input does that asks a server again and again, on a thread of its own: it counts the attempts that failed,
  # says so now and then, and waits. It has `@tag` and the helper `thread`.
  module RepeatedReading
    private

    def count_failures
      @rare_log = RareLog.new(log)
      @labels = { input: @tag }
      @failures = Metrics.counter(:fluentd_input_read_errors_total,
                                  'Attempts to read from a source that failed, and are repeated.', [:input])
      @failures.init_label_set(@labels)
    end

    def failed(error, message, fields = {})
      @failures.increment(labels: @labels)
      @rare_log.warn(error.class, message, input: @tag, error: error.class, reason: error.message, **fields)
    end

    # Not beyond the end of the thread.
    def wait(seconds)
      till = Process.clock_gettime(Process::CLOCK_MONOTONIC) + seconds
      sleep 0.1 while thread_current_running? && Process.clock_gettime(Process::CLOCK_MONOTONIC) < till
    end
  end
end
