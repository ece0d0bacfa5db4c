# frozen_string_literal: true

require_relative '../common/metrics'

module Efk
  # Counts that the pipeline took no events of an input, which waits and gives them again.
  class Pauses
    def initialize(tag, log)
      @log = log
      @labels = { input: tag }
      @pauses = Metrics.counter(:fluentd_input_pauses_total,
                                'Times that reading stopped because the buffer was full or failed.', [:input])
      @pauses.init_label_set(@labels)
    end

    def count(error)
      @pauses.increment(labels: @labels)
      @log.debug 'the pipeline takes no events', input: @labels[:input], error: error.class
    end
  end
end
