# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'files/file_lines'
require_relative 'files/file_search'
require_relative 'files/node_files'
require_relative 'inputs/pauses'
require_relative 'logs/positions'
require_relative 'logs/reading_report'

module Fluent
  module Plugin
    # Reads log files of a node by the reader of logs of containers. in_tail reads no compressed files, leaves out lines
    # that are too long, and saves its position before the buffer has the lines, which it reads twice after SIGKILL or
    # not at all.
    class NodeFilesInput < Input
      Fluent::Plugin.register_input('node_files', self)
      helpers :thread

      # Time between two looks at files whose end was reached, and after a failure. In seconds.
      POLL = 0.25
      PAUSE = 1

      # What is read at a time. In bytes.
      BLOCK = 128 * 1024

      METRICS = {
        bytes: :fluentd_input_lost_bytes_total, files: :fluentd_input_lost_files_total,
        errors: :fluentd_input_read_errors_total
      }.freeze

      desc 'Patterns of paths.'
      config_param :paths, :array, value_type: :string
      desc 'File in which the positions are saved.'
      config_param :pos_file, :string
      desc 'Time between two looks for new and renamed files.'
      config_param :refresh_interval, :time, default: 2
      desc 'Size at which a line goes on in a new event.'
      config_param :max_line_size, :size, default: 1_048_576
      desc 'Name of the node, a part of the identity of a line.'
      config_param :node_name, :string
      desc 'Tag of the events.'
      config_param :tag, :string

      def start
        super
        @pauses = Efk::Pauses.new(@tag, log)
        @report = Efk::ReadingReport.new(log, METRICS, { input: @tag })
        @files = files
        @lines = Efk::FileLines.new(@tag, @node_name)
        @refresh_at = 0
        thread_create(:node_files) { read_on while thread_current_running? }
      end

      def close
        super
        @files&.close
      end

      private

      def files
        search = Efk::FileSearch.new(@paths, @report)
        Efk::NodeFiles.new(search, Efk::Positions.new(@pos_file), @report, @max_line_size)
      end

      def read_on
        refresh if now >= @refresh_at
        # Of each a block, so that no file keeps the others waiting.
        more = @files.all.map { |file| read(file) if thread_current_running? }
        sleep POLL if more.none?
      rescue StandardError => e
        log.error 'reading of files failed and goes on', input: @tag, error: e.class, at: e.backtrace.first
        sleep PAUSE
      end

      def now
        Process.clock_gettime(Process::CLOCK_MONOTONIC)
      end

      def refresh
        @files.refresh(now)
        @refresh_at = now + @refresh_interval
      end

      # Reads the next block; returns nil if there was none.
      def read(file)
        events = MultiEventStream.new
        more = file.each_line(BLOCK) { |*line| events.add(EventTime.now, @lines.record(file, line)) }
        finish(file, events) if more.nil? && @files.complete?(file, now)
        take(file, events)
        more
      rescue Zlib::Error => e
        give_up(file, e)
      rescue SystemCallError => e
        @report.unreadable(file.path, e) unless e.is_a?(Errno::ENOENT)
      end

      def finish(file, events)
        file.each_rest { |*line| events.add(EventTime.now, @lines.record(file, line, last: true)) }
        file.read_out = true
      end

      # The position is saved when the pipeline has the events.
      def take(file, events)
        router.emit_stream(@tag, events) unless events.empty?
        file.commit
      rescue StandardError => e
        file.rewind
        @pauses.count(e)
        sleep PAUSE
      end

      # A compressed file that is broken is read as far as it goes.
      def give_up(file, error)
        @report.unreadable(file.path, error)
        @report.lost(file.path, file.unread_bytes)
        file.read_out = true
        file.commit
        nil
      end
    end
  end
end
