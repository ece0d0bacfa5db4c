# frozen_string_literal: true

require_relative '../common/metrics'
require_relative '../inputs/pauses'

module Efk
  # Gives events to the pipeline until it takes them. The thread that reads waits meanwhile, and so do the senders.
  class Insistence
    # Time after which a pipeline that took nothing is tried again. In seconds.
    PAUSE = 0.2

    # Attempts while Fluentd stops, when there may be no room any more.
    LAST_ATTEMPTS = 5

    def initialize(router, tag, log)
      @router = router
      @tag = tag
      @log = log
      @labels = { input: tag }
      @pauses = Pauses.new(tag, log)
      @lost = Metrics.counter(:fluentd_input_lost_events_total,
                              'Events that came and could not be kept when Fluentd stopped.', [:input])
      @lost.init_label_set(@labels)
    end

    def stop
      @stopping = true
    end

    # The block makes the events, a new stream at each attempt: filters may have changed those of the last one.
    def give(&make)
      attempts = 0
      while (error = attempt(&make))
        attempts += 1 if @stopping
        return lose(make.call, error) if attempts > LAST_ATTEMPTS

        @pauses.count(error)
        sleep PAUSE
      end
    end

    private

    # What went wrong, or nil.
    def attempt
      @router.emit_stream(@tag, yield)
      nil
    rescue StandardError => e
      e
    end

    def lose(events, error)
      @lost.increment(by: events.size, labels: @labels)
      @log.error('events are lost, since Fluentd stops and the buffer takes none',
                 input: @tag, events: events.size, error: error.class)
    end
  end
end
