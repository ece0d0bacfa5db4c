# frozen_string_literal: true

require_relative '../common/metrics'

module Efk
  # Tells of what could not be read: counts it, and says it in Fluentd's log, once a minute for each path.
  class ReadingReport
    # Time in which the same is not said again. In seconds.
    QUIET = 60

    attr_reader :log

    TEXTS = {
      lost_bytes_total: 'Bytes that were removed before they were read.',
      lost_files_total: 'Files that were removed before they were known to be read to their end.',
      read_errors_total: 'Failures to read a folder or a file.'
    }.freeze

    # Counts in metrics that begin with +prefix+, and have +labels+.
    def initialize(log, prefix = 'fluentd_container_logs', labels = {})
      @log = log
      @said = {}
      @labels = labels
      @lost, @files, @errors = TEXTS.map do |name, text|
        Metrics.counter(:"#{prefix}_#{name}", text, labels.keys).tap { |counter| counter.init_label_set(labels) }
      end
    end

    def lost(path, bytes)
      @lost.increment(by: bytes, labels: @labels)
      @files.increment(labels: @labels)
      @log.warn 'log removed before it was read', path: path, bytes: bytes
    end

    # While Fluentd was not running, so nobody knows how much there was.
    def vanished(log)
      @files.increment(labels: @labels)
      @log.warn 'log removed while nobody read it', log: log
    end

    def unreadable(path, error)
      @errors.increment(labels: @labels)
      say(path) { @log.error 'log cannot be read', path: path, error: error.class, reason: error.message }
    end

    # A fault of ours; the line is stored as it is.
    def failed(path, error)
      @errors.increment(labels: @labels)
      say([path, error.class]) do
        @log.error 'line cannot be handled', path: path, error: error.class, at: error.backtrace.first
      end
    end

    private

    def say(what)
      now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      @said.delete_if { |_, at| now - at > QUIET }
      yield unless @said.key?(what)
      @said[what] ||= now
    end
  end
end
