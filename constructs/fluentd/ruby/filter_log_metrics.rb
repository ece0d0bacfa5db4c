# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'log_metrics/alert_counts'
require_relative 'log_metrics/log_metric'

module Fluent
  module Plugin
    # Counts what the logs say: for alerts all by their level, and the abnormal ones of the last minutes; beside these
    # what somebody asks for. It changes nothing of what is stored.
    class LogMetricsFilter < Filter
      Fluent::Plugin.register_filter('log_metrics', self)
      helpers :timer

      # How often what is too old is taken off. In seconds.
      REFRESH = 5

      desc 'Series of each metric at most; what further ones would count is counted together, as `_other`.'
      config_param :max_series, :integer, default: 32
      desc 'For how long an abnormal log counts.'
      config_param :within, :time, default: 180
      config_section :abnormal, multi: true, param_name: :rules do
        desc 'Fields of the record, and what each must be; a log that fulfils all of one section is abnormal.'
        config_param :where, :hash
      end
      instance_exec(&Efk::LogMetric::CONFIG)

      def configure(conf)
        super
        # Several inputs may send at the same time.
        @lock = Mutex.new
        @counts = @rules.any? ? [Efk::AlertCounts.new(@rules.map(&:where), @within, @max_series)] : []
        @counts += @metrics.map { |section| Efk::LogMetric.new(section) }
        @named = @metrics.any?(&:treatments)
      end

      def start
        super
        timer_execute(:log_metrics, REFRESH) { refresh }
      end

      # Not `filter`: called for each record by Fluentd it costs as much again as what it does (measured).
      def filter_stream(tag, events)
        @lock.synchronize { count(tag, events) }
        events
      rescue StandardError => e
        # Nothing of a record gets into the log.
        log.error 'logs could not be counted', error: e.class, at: e.backtrace.first
        events
      ensure
        # The filter of treatments has left it for us.
        events.each { |*event| event.last.delete('_treatment') } if @named
      end

      private

      def count(tag, events)
        now = Time.now.to_i
        @counts.each { |counts| counts.count(tag, events, now) if counts.of?(tag) }
      end

      def refresh(now = Time.now.to_i)
        @lock.synchronize { @counts.each { |counts| counts.refresh(now) } }
      end
    end
  end
end
