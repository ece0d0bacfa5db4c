# frozen_string_literal: true

require_relative '../common/metrics'
require_relative 'log_files'

module Efk
  # Logs of whose way nothing is decided yet, since it depends on labels of a pod that is not known. Their files are
  # held as those of others, so that what is removed while it is open can be read later, but nothing is read of them.
  class WaitingLogs
    # Waiting that is over within this time is not worth a word. In seconds.
    SHORT = 10

    # The block makes the files of a run.
    def initialize(log, clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) }, &make)
      @log = log
      @clock = clock
      @make = make
      @waiting = {}
      @unread = {}
      @gauge = Metrics.gauge(:fluentd_container_logs_waiting_files,
                             'Files that are not read, since the labels of their pod are not known.')
      @gauge.set(0)
    end

    # The files of a run, or nil if it is not to be read.
    def files(run)
      return if @unread.key?(run.key)

      (@waiting[run.key] ||= [run, @make.call(run)]).last
    end

    def all
      @waiting.each_value.map(&:last)
    end

    # Yields each run and its files: the block returns whether it is decided, or :unread.
    def decide
      @waiting.delete_if do |key, (run, files)|
        decided = yield run, files
        unread(key, files) if decided == :unread
        decided
      end
      show
    end

    # What is open of a run that is gone is kept until it is decided.
    def remove_all_but(keys)
      @waiting.each { |key, (_, files)| files.remove unless keys.include?(key) }
      @waiting.delete_if { |_, (_, files)| files.done? }
      @unread.delete_if { |key, _| !keys.include?(key) }
    end

    private

    def unread(key, files)
      files.forget
      @unread[key] = true
    end

    def show
      count = all.sum { |files| files.ids.size }
      @gauge.set(count)
      count.positive? ? say(count) : say_end
    end

    def say(count)
      @since ||= @clock.call
      return if @said || @clock.call - @since < SHORT

      @said = true
      @log.warn 'logs wait unread until the API server tells the labels of their pods, by which they are selected',
                files: count, first: @waiting.each_key.first
    end

    def say_end
      @log.info 'all logs are read again, since the labels of their pods are known' if @said
      @since = @said = nil
    end
  end
end
