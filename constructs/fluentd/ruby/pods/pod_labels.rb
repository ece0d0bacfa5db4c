# frozen_string_literal: true

require_relative '../common/metrics'
require_relative '../common/rare_log'
require_relative '../logs/label_condition'
require_relative '../network/saved_position'

module Efk
  # The labels by which logs are selected, as pods had them when a log of theirs was first seen. They are kept in a
  # file, so that a restart decides as before, also while the API server is away, and with a changed configuration.
  class PodLabels
    GONE = LabelCondition::GONE

    # +keys+ are the labels, +pods+ is a PodWatch.
    def initialize(keys, path, pods, log, clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) })
      @keys = keys
      @file = SavedPosition.new(path)
      @pods = pods
      @log = RareLog.new(log)
      @clock = clock
      @kept = @file.load || {}
      @asked = {}
      @gone = Metrics.counter(:fluentd_container_logs_unknown_pods_total,
                              'Pods whose labels nobody can know, since they were gone when their logs were found.')
      @gone.increment(by: 0)
    end

    # Values by labels, GONE if nobody can know them any more, or nil if they are not known yet.
    def of(uid)
      return @kept[uid] if kept?(uid)

      @asked[uid] ||= @clock.call
      found = @pods.labels(uid)
      return take(uid, found) if found

      gone(uid) if @pods.would_know?(@asked[uid])
    end

    # Forgets all but these pods, and saves what has changed.
    def keep(uids)
      [@kept, @asked].each { |pods| pods.select! { |uid, _| uids.include?(uid) } }
      return if @kept == @saved

      @file.save(@kept)
      @saved = @kept.dup
    rescue SystemCallError => e
      @log.warn(e.class, 'the labels of pods cannot be saved; they are asked for again after a restart',
                error: e.class, reason: e.message)
    end

    private

    # A configuration may ask for labels that were not asked for before.
    def kept?(uid)
      kept = @kept[uid]
      kept == GONE || (!kept.nil? && @keys.all? { |key| kept.key?(key) })
    end

    def take(uid, labels)
      @kept[uid] = @keys.to_h { |key| [key, labels[key]] }.merge(@kept[uid] || {})
    end

    def gone(uid)
      @gone.increment
      @log.warn(:gone, 'the labels of a pod cannot be known, since it is gone', pod: uid)
      @kept[uid] = GONE
    end
  end
end
