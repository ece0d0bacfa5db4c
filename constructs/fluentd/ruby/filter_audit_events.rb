# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'audit/audit_events'
require_relative 'audit/audit_subject'
require_relative 'common/metrics'
require_relative 'treatments/conditions'

module Fluent
  module Plugin
    # Makes records of the lines of an audit log of Kubernetes, and drops those that fulfil a rule, before anything else
    # costs time for them. A line that is none is stored as text.
    class AuditEventsFilter < Filter
      Fluent::Plugin.register_filter('audit_events', self)

      desc 'Name of the input, a label of the metrics.'
      config_param :input, :string
      desc 'Size at which the text of an event goes on in a new one.'
      config_param :max_event_size, :size, default: 1_048_576

      config_section :drop, multi: true, param_name: :drops do
        desc 'Why, as a label of the metric.'
        config_param :reason, :string
        desc 'What the event must be: `verb`, `user`, `resource`, `namespace`, `code`, `level`, `stage`.'
        config_param :where, :hash
      end

      def configure(conf)
        super
        @events = Efk::AuditEvents.new(@max_event_size)
        @rules = @drops.map { |rule| [Efk::Conditions.new(rule.where), { input: @input, reason: rule.reason }] }
        @dropped = Efk::Metrics.counter(:fluentd_input_dropped_events_total, 'Events of an input that a rule dropped.',
                                        %i[input reason])
        @bad = Efk::Metrics.counter(:fluentd_input_bad_messages_total,
                                    'Messages that are not what the input reads, and were stored as text.', [:input])
        @rules.map(&:last).each { |labels| @dropped.init_label_set(labels) }
        @bad.init_label_set(input: @input)
      end

      # Not `filter`: of a long event there are several records.
      def filter_stream(_tag, events)
        kept = MultiEventStream.new
        events.each { |time, record| records(record) { |each| kept.add(time, each) } }
        kept
      end

      private

      def records(record, &)
        fields = @events.read(record)
        @bad.increment(labels: { input: @input }) if @events.bad?(fields)
        @events.records(record, fields, &) unless fields && dropped?(fields)
      end

      def dropped?(fields)
        return false if @rules.empty?

        subject = Efk::AuditSubject.of(fields)
        _, labels = @rules.find { |conditions, _| conditions.fulfilled?(subject) }
        @dropped.increment(labels: labels) if labels
        labels
      end
    end
  end
end
