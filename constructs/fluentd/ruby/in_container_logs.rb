# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'joins/line_joins'
require_relative 'logs/container_ways'
require_relative 'logs/event_batches'
require_relative 'logs/node_logs'
require_relative 'logs/reading_report'

module Fluent
  module Plugin
    # Reads the logs of a node's containers and emits whole events, with the name of their route as tag. Nothing is lost
    # that the kubelet still has: a position is saved when an event is in the buffer, not when its lines are read, and
    # files are read when they were renamed or compressed meanwhile. in_tail saves positions of lines that a filter
    # holds, and does not read compressed files: SIGKILLs under a rotation lost more than half of the lines.
    class ContainerLogsInput < Input
      Fluent::Plugin.register_input('container_logs', self)
      helpers :thread

      # Time between two looks at files whose end was reached. In seconds.
      POLL = 0.25

      desc 'Folder of the logs of all pods.'
      config_param :path, :string, default: '/var/log/pods'
      desc 'File in which the positions are saved.'
      config_param :pos_file, :string
      desc 'File in which the labels of pods are kept by which routes and treatments select.'
      config_param :labels_file, :string, default: nil
      desc 'Globs of the folders of pods that are not read.'
      config_param :exclude_pods, :array, value_type: :string, default: []
      desc 'Name of the node, for kubernetes.host.'
      config_param :node_name, :string
      desc 'Time between two looks for new and renamed files.'
      config_param :refresh_interval, :time, default: 2
      desc 'Size at which an event goes on in a new one.'
      config_param :max_event_size, :size, default: 1_048_576
      desc 'Lines after which a trace goes on in a new event.'
      config_param :max_event_lines, :integer, default: 1000
      desc 'Age at which an event goes on in a new one, even if its lines keep coming.'
      config_param :max_event_age, :time, default: 10
      desc 'Time without a further line after which an event is complete.'
      config_param :event_wait, :time, default: 2
      desc 'Size of all events that wait for further lines.'
      config_param :max_held_size, :size, default: 33_554_432

      config_section :route, multi: true, required: true, param_name: :routes do
        desc 'Tag of the events of the route.'
        config_argument :name, :string
        instance_exec(&Efk::Routing::CONFIG)
        desc 'The data stream, as fields of the record.'
        config_param :data_stream, :hash
      end

      config_section :treatment, multi: true, param_name: :treatments do
        desc 'Name, for the filter that treats its records; a container has the first treatment that selects it.'
        config_argument :name, :string
        instance_exec(&Efk::Selection::CONFIG)
        instance_exec(&Efk::LineJoins::CONFIG)
      end

      def configure(conf)
        super
        @routes.each { |route| route.data_stream.freeze }
        @routing = Efk::Routing.new(@routes, @treatments)
        @joins = Efk::LineJoins.by_treatment(@treatments)
        @limits = Efk::TraceJoin::Limits.new(max_lines: @max_event_lines, max_bytes: @max_event_size,
                                             wait: @event_wait, max_age: @max_event_age)
      end

      def start
        super
        @logs = logs(Efk::ReadingReport.new(log))
        @batches = Efk::EventBatches.new(router, log)
        @refresh_at = 0
        thread_create(:container_logs) { read_on while thread_current_running? }
      end

      # When the thread has ended. What is held is not emitted: its position is not saved, so that it is read again and
      # joined with what follows.
      def close
        super
        @logs&.close
      end

      private

      def logs(report)
        directory = Efk::LogDirectory.new(@path, @exclude_pods, report) { |*names| @routing.reads?(*names) }
        ways = Efk::ContainerWays.of_node(@routing, @labels_file, log)
        Efk::NodeLogs.new(directory, Efk::Positions.new(@pos_file), ways, report) { |*run| log_of(*run, report) }
      end

      def log_of(run, files, way, report)
        route, treatment = *way
        record = Efk::EventRecord.new(run.names_on(@node_name), route.data_stream, run.number, treatment)
        Efk::ContainerLog.new(route.name, files, record, @joins[treatment].within(@limits), report)
      end

      def read_on
        now = clock
        refresh(now) if now >= @refresh_at
        sleep(POLL) unless read_all?(now)
      rescue StandardError => e
        log.error 'reading of logs failed and goes on', error: e.class, reason: e.message, at: e.backtrace.first
        sleep 1
      end

      # Read again for every log: a round may take longer than an event waits.
      def clock
        Process.clock_gettime(Process::CLOCK_MONOTONIC)
      end

      def refresh(now)
        @logs.refresh
        @refresh_at = now + @refresh_interval
      end

      # Reads a block of every log; whether any had one.
      def read_all?(now)
        held = 0
        busy = @logs.all.count do |container|
          next if @batches.paused?(container.tag, now)

          more = @batches.collect(container) { |add| container.read(clock, &add) }
          held += container.held_bytes
          more
        end
        release if held > @max_held_size
        @batches.emit_all(now)
        busy.positive?
      end

      def release
        @logs.holding_more_than(@max_held_size / 2).each do |container|
          @batches.collect(container) { |add| container.flush_all(&add) }
        end
      end
    end
  end
end
