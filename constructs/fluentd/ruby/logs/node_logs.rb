# frozen_string_literal: true

require_relative 'container_log'
require_relative 'log_directory'
require_relative 'positions'
require_relative 'reading_lag'
require_relative 'waiting_logs'

module Efk
  # The logs of all containers of a node that are there, and their positions.
  class NodeLogs
    # +ways+ are ContainerWays. The block makes the log of a run of a container from its files and its way.
    def initialize(directory, positions, ways, report, &make)
      @directory = directory
      @positions = positions
      @ways = ways
      @report = report
      @make = make
      @waiting = WaitingLogs.new(report.log) { |run| LogFiles.new(run.folder, run.key, positions, report) }
      @lag = ReadingLag.new
      @logs = {}
    end

    def all
      @logs.values
    end

    # Looks for new, renamed and removed files, and shows how far reading is behind them.
    def refresh
      runs = @directory.runs or return
      runs.each { |run| files_of(run)&.update(run.names, active: run.active) }
      remove_all_but(runs.to_set(&:key))
      forget_vanished unless @refreshed
      @waiting.decide { |run, files| decided(run, files) }
      @ways.keep(runs)
      @refreshed = true
      @lag.show(all)
    end

    # The logs that hold most, as many as must be released so that no more than +bytes+ are held.
    def holding_more_than(bytes)
      held = all.sum(&:held_bytes)
      all.sort_by { |log| -log.held_bytes }.take_while { |log| (held > bytes).tap { held -= log.held_bytes } }
    end

    def close
      all_files.each(&:close)
      @positions.close
    end

    private

    def all_files
      all.map(&:files) + @waiting.all
    end

    def files_of(run)
      @logs[run.key]&.files || @waiting.files(run)
    end

    def decided(run, files)
      way = @ways.of(run) or return
      return :unread unless way.route

      @logs[run.key] = @make.call(run, files, way)
    end

    # A container that is gone stays until its open files are read to their end.
    def remove_all_but(keys)
      @logs.each { |key, log| log.files.remove unless keys.include?(key) }
      @logs.delete_if { |_, log| log.files.done? }
      @waiting.remove_all_but(keys)
    end

    # Positions of files that have gone while nobody read, and of pods that are not read any more.
    def forget_vanished
      (@positions.ids - all_files.flat_map(&:ids)).each do |id|
        @report.vanished(id) unless @positions.delivered?(id) || !@directory.reads?(*id.split('/').first(2))
        @positions.delete(id)
      end
    end
  end
end
