# frozen_string_literal: true

require_relative '../common/metrics'
require_relative '../common/outputs'

module Efk
  # What the outputs with a buffer hold. fluent-plugin-prometheus tells of every output, those that only pass events on
  # too, in seventeen series each, whose names are others after a restart where a plugin has no id; and not how old
  # what is held is.
  class OutputMetrics
    def initialize
      @room = gauge(:buffer_room_ratio, 'Share of the buffer that is free.')
      @oldest = gauge(:oldest_chunk_seconds, 'Time that the oldest chunk waits that could have been sent, or 0.')
      @sent = Metrics.counter(:fluentd_output_sent_chunks_total, 'Chunks that were delivered.', [:output])
      @delivered = Hash.new(0)
      @failing = gauge(:failing_seconds, 'Time since which nothing could be sent; 0 while it can.')
    end

    def refresh(now)
      outputs = buffered.to_h { |output| [{ output: name(output) }, output] }
      { @room => :room, @oldest => :oldest, @failing => :failing }.each do |gauge, what|
        gauge.show(outputs.transform_values { |output| send(what, output, now) })
      end
      outputs.each { |labels, output| count(labels, delivered(output)) }
    end

    private

    def gauge(name, text)
      Metrics.gauge(:"fluentd_output_#{name}", text, [:output])
    end

    def buffered
      Outputs.all.select { |output| output.respond_to?(:buffer) && output.buffer }
    end

    # Without an id of its own Fluentd makes one up, another one after each restart.
    def name(output)
      output.plugin_id_configured? ? output.plugin_id : output.config['@type'].to_s
    end

    def room(output, _now)
      buffer = output.buffer
      [1 - (buffer.stage_size + buffer.queue_size).fdiv(buffer.total_limit_size), 0].max
    end

    def oldest(output, now)
      buffer = output.buffer
      chunks = buffer.synchronize { [*buffer.stage.values, *buffer.queue, *buffer.dequeued.values] }
      first = chunks.map(&:created_at).min
      first ? [now - first - collecting(output), 0].max : 0
    end

    # For so long it collects before it sends, e.g. for an object of an archive. In seconds.
    def collecting(output)
      buffer = output.buffer_config
      buffer.timekey ? buffer.timekey + buffer.timekey_wait : buffer.flush_interval
    end

    # Fluentd counts attempts and those that were taken back; what is under way is neither.
    def delivered(output)
      statistics = output.statistics['output']
      statistics['write_count'] - statistics['rollback_count'] - output.buffer.dequeued.size
    end

    # The numbers of an attempt may change while they are read.
    def count(labels, delivered)
      more = [delivered - @delivered[labels], 0].max
      @delivered[labels] += more
      @sent.increment(by: more, labels: labels)
    end

    def failing(output, now)
      start = output.retry&.start
      start ? [now - start, 0].max : 0
    end
  end
end
