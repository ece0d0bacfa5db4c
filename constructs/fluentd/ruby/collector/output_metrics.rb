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
      @oldest = gauge(:oldest_chunk_seconds, 'Age of the oldest chunk that is not sent; 0 without one.')
      @failing = gauge(:failing_seconds, 'Time since which nothing could be sent; 0 while it can.')
    end

    def refresh(now)
      outputs = buffered.to_h { |output| [{ output: name(output) }, output] }
      @room.show(outputs.transform_values { |output| room(output) })
      @oldest.show(outputs.transform_values { |output| oldest(output, now) })
      @failing.show(outputs.transform_values { |output| failing(output, now) })
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

    def room(output)
      buffer = output.buffer
      [1 - (buffer.stage_size + buffer.queue_size).fdiv(buffer.total_limit_size), 0].max
    end

    def oldest(output, now)
      buffer = output.buffer
      chunks = buffer.synchronize { [*buffer.stage.values, *buffer.queue, *buffer.dequeued.values] }
      first = chunks.map(&:created_at).min
      first ? [now - first, 0].max : 0
    end

    def failing(output, now)
      start = output.retry&.start
      start ? [now - start, 0].max : 0
    end
  end
end
