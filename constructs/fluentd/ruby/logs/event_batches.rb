# frozen_string_literal: true

require 'fluent/event'
require_relative '../common/metrics'

module Efk
  # Events of one tag on their way into the pipeline, and the logs from which they come. The positions of these are
  # saved when the pipeline has taken the events; they are read again when it has not, e.g. because the buffer is full.
  class EventBatches
    # Text of a batch. In bytes. The records are still in the caches of the processor when the next stage sees them; of
    # a batch of 1 MiB they are not, and all stages together take longer (measured).
    BATCH = 128 * 1024

    # Time after which a pipeline that took nothing is tried again. In seconds.
    PAUSE = 1

    Batch = Struct.new(:times, :records, :bytes, :logs) do
      def add(time, record)
        times << time
        records << record
        self.bytes += record['message'].bytesize
      end
    end

    def initialize(router, log)
      @router = router
      @log = log
      @batches = {}
      @paused = {}
      @events = Metrics.counter(:fluentd_container_logs_events_total, 'Events that the buffer has taken.', [:route])
      @pauses = Metrics.counter(:fluentd_container_logs_pauses_total,
                                'Times that reading stopped because the buffer was full or failed.', [:route])
    end

    def paused?(tag, now)
      (@paused[tag] || now) > now
    end

    # Adds the events of a log that the block gives to the procedure it gets; returns what the block does.
    def collect(container)
      batch = @batches[container.tag] ||= Batch.new([], [], 0, {}.compare_by_identity)
      size = batch.times.size
      more = yield batch.method(:add)
      add_log(container, batch) if more || batch.times.size > size
      more
    end

    def emit_all(now)
      @paused.delete_if { |_, till| till <= now }
      emit(@batches.first.first) until @batches.empty?
    end

    private

    def add_log(container, batch)
      batch.logs[container] = true
      emit(container.tag) if batch.bytes > BATCH
    end

    def emit(tag)
      batch = @batches.delete(tag)
      @router.emit_stream(tag, Fluent::MultiEventStream.new(batch.times, batch.records)) unless batch.times.empty?
      @events.increment(by: batch.times.size, labels: { route: tag })
      batch.logs.each_key(&:commit)
    rescue StandardError => e
      pause(tag, batch, e)
    end

    def pause(tag, batch, error)
      batch.logs.each_key(&:rewind)
      @paused[tag] = Process.clock_gettime(Process::CLOCK_MONOTONIC) + PAUSE
      @pauses.increment(labels: { route: tag })
      @log.debug 'the pipeline takes no events', tag: tag, error: error.class
    end
  end
end
