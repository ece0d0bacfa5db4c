# frozen_string_literal: true

require_relative '../common/metrics'

module Efk
  # Tells of what could not be read: counts it, and says it in Fluentd's log, once a minute for each path.
  class ReadingReport
    # Time in which the same is not said again. In seconds.
    QUIET = 60

    attr_reader :log

    TEXTS = {
      bytes: 'Bytes that were removed before they were read.',
      files: 'Files that were removed before they were known to be read to their end.',
      errors: 'Failures to read a folder or a file.'
    }.freeze

    # Metrics of logs of containers.
    NAMES = {
      bytes: :fluentd_container_logs_lost_bytes_total, files: :fluentd_container_logs_lost_files_total,
      errors: :fluentd_container_logs_read_errors_total
    }.freeze

    # Counts in metrics of these +names+, which have +labels+.
    def initialize(log, names = NAMES, labels = {})
      @log = log
      @said = {}
      @labels = labels
      @lost, @files, @errors = TEXTS.map do |key, text|
        Metrics.counter(names[key], text, labels.keys).tap { |counter| counter.init_label_set(labels) }
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
