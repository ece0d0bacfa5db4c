# frozen_string_literal: true

require_relative '../common/metrics'

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
      @pauses = counter(:pauses_total, 'Times that reading stopped because the buffer was full or failed.')
      @lost = counter(:lost_events_total, 'Events that came and could not be kept when Fluentd stopped.')
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

        pause(error)
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

    def pause(error)
      @pauses.increment(labels: @labels)
      @log.debug 'the pipeline takes no events', input: @tag, error: error.class
      sleep PAUSE
    end

    def lose(events, error)
      @lost.increment(by: events.size, labels: @labels)
      @log.error('events are lost, since Fluentd stops and the buffer takes none',
                 input: @tag, events: events.size, error: error.class)
    end

    def counter(name, text)
      Metrics.counter(:"fluentd_input_#{name}", text, [:input]).tap { |metric| metric.init_label_set(@labels) }
    end
  end
end
