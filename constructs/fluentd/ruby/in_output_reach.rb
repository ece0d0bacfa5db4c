# frozen_string_literal: true

require 'fluent/plugin/input'
require 'socket'
require_relative 'common/metrics'

module Fluent
  module Plugin
    # Says in the metrics which outputs can be reached, and what they dropped. fluent-plugin-prometheus says that an
    # output fails when it sends, which an archive does once an hour; and it leaves out how many chunks
    # `drop_oldest_chunk` has dropped, which Fluentd counts.
    class OutputReachInput < Input
      Fluent::Plugin.register_input('output_reach', self)
      helpers :thread

      # Time that a server may take to accept a connection. In seconds.
      PATIENCE = 5

      desc 'Time between two looks.'
      config_param :interval, :time, default: 15

      config_section :output, multi: true, required: true, param_name: :outputs do
        desc 'Id of the output.'
        config_argument :id, :string
        desc 'Its servers, as host:port; it is reached if one of them is.'
        config_param :servers, :array, value_type: :string, default: []
      end

      def multi_workers_ready?
        true
      end

      def configure(conf)
        super
        @reachable = Efk::Metrics.gauge(:fluentd_output_reachable, 'Whether a server of an output accepts connections',
                                        [:output])
        @dropped = Efk::Metrics.counter(:fluentd_output_dropped_chunks_total,
                                        'Chunks that an output dropped to make room for newer ones', [:output])
        @seen = Hash.new(0)
        @outputs.each { |output| @dropped.init_label_set(output: output.id) }
      end

      # Each output has a thread, since one that is away takes as long as it may.
      def start
        super
        @outputs.each { |output| thread_create(:"output_reach_#{output.id}") { look_again(output) } }
      end

      private

      def look_again(output)
        while thread_current_running?
          look(output)
          deadline = Fluent::Clock.now + @interval
          sleep 0.2 while thread_current_running? && Fluent::Clock.now < deadline
        end
      end

      def look(output)
        labels = { output: output.id }
        count(output.id, labels)
        return if output.servers.empty?

        @reachable.set(output.servers.any? { |server| reached?(server) } ? 1 : 0, labels: labels)
      rescue StandardError => e
        log.error 'an output could not be looked at', output: output.id, error: e.class
      end

      def reached?(server)
        host, _, port = server.rpartition(':')
        Socket.tcp(host.delete('[]'), port.to_i, connect_timeout: PATIENCE, resolv_timeout: PATIENCE).close
        true
      rescue SystemCallError, SocketError, IOError
        false
      end

      def count(id, labels)
        dropped = plugin(id)&.statistics&.dig('output', 'drop_oldest_chunk_count').to_i
        @dropped.increment(by: dropped - @seen[id], labels: labels) if dropped > @seen[id]
        @seen[id] = dropped
      end

      def plugin(id)
        @plugins ||= {}
        @plugins[id] ||= all_outputs.find { |output| output.plugin_id == id }
      end

      def all_outputs
        Fluent::Engine.root_agent.labels.each_value.flat_map(&:outputs)
      end
    end
  end
end
