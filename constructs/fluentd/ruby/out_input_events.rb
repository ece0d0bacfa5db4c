# frozen_string_literal: true

require 'fluent/plugin/output'
require_relative 'common/failures'
require_relative 'common/metrics'
require_relative 'common/rare_log'
require_relative 'inputs/completed_events'

module Fluent
  module Plugin
    # Where the events of an input enter the way of all logs: it completes them, gives them the name of their route as
    # tag, and sends them to the label. What the pipeline refuses, for a full buffer say, it raises, so that the input
    # knows.
    class InputEventsOutput < Output
      Fluent::Plugin.register_output('input_events', self)
      helpers :event_emitter

      desc 'Name of the input.'
      config_param :input, :string
      desc 'Name of the route, the tag of the events from here on.'
      config_param :route, :string
      desc 'The data stream of the route, as fields of the record.'
      config_param :data_stream, :hash
      desc 'Name of the treatment that the events get.'
      config_param :treatment, :string, default: nil
      desc 'Fields of records that the input makes itself; all others go below json.'
      config_param :fields, :array, value_type: :string, default: []
      desc 'Field with the path of the file that the event stands in, for log.file.path.'
      config_param :path_field, :string, default: nil
      desc 'Name of the node that the events are of, for kubernetes.host.'
      config_param :node_name, :string, default: nil
      desc 'Fields that identify an event, so that one that is read again is stored once.'
      config_param :identity, :array, value_type: :string, default: []

      desc 'Size at which a message goes on in a new event.'
      config_param :max_event_size, :size, default: 1_048_576

      def configure(conf)
        super
        @completed = Efk::CompletedEvents.new(self)
        @rare_log = Efk::RareLog.new(log)
        @taken = counter(:events_total, 'Events of an input that the buffer has taken.')
        @refused = counter(:refused_events_total, 'Events that no record could be made of; they are dropped.')
        [@taken, @refused].each { |metric| metric.init_label_set(labels) }
      end

      def multi_workers_ready?
        true
      end

      def process(_tag, events)
        completed = MultiEventStream.new
        events.each { |time, record| complete(time, record) { |whole| completed.add(time, whole) } }
        return if completed.empty?

        router.emit_stream(@route, completed)
        @taken.increment(by: completed.size, labels: labels)
      end

      private

      # An event fails alone. Nothing of its content gets into Fluentd's log.
      def complete(time, record, &)
        @completed.records(time, record, &)
      rescue *Efk::FAILURES => e
        @refused.increment(labels: labels)
        @rare_log.warn(e.class, 'an event of an input could not be taken', input: @input, error: e.class)
      end

      def labels
        @labels ||= { input: @input, route: @route }
      end

      def counter(name, text)
        Efk::Metrics.counter(:"fluentd_input_#{name}", text, %i[input route])
      end
    end
  end
end
