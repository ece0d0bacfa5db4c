# frozen_string_literal: true

require 'fluent/event'
require 'fluent/time'
require 'time'

module Efk
  # Makes records of the events of Kubernetes. One that is counted up is a new one each time: its version is part of its
  # identity, which is the same however often it is read.
  module EventRecords
    # What is searched below `json`.
    KEPT = %w[reason type count action involvedObject related reportingComponent firstTimestamp lastTimestamp
              series].freeze

    # Where an event may say when it happened, the best first.
    TIMES = [%w[series lastObservedTime], %w[lastTimestamp], %w[eventTime], %w[firstTimestamp],
             %w[metadata creationTimestamp]].freeze

    module_function

    def stream(events)
      stream = Fluent::MultiEventStream.new
      events.each { |event| stream.add(*record(event)) }
      stream
    end

    # The time and the record.
    def record(event)
      time = time_of(event)
      record = event.slice(*KEPT).compact
      record.merge!('message' => (event['message'] || event['note']).to_s, '_id' => id(event),
                    'log' => { 'level' => event['type'] == 'Warning' ? 'warn' : 'info' },
                    'event' => { 'action' => event['reason'] }.compact)
      [time, record.merge!(place(event['involvedObject'] || {}, event))]
    end

    def id(event)
      event['metadata'].values_at('uid', 'resourceVersion').join('-')
    end

    # Whose event it is, in the words that the logs of containers have as well.
    def place(object, event)
      namespace = object['namespace']
      names = { 'namespace_name' => namespace }
      if object['kind'] == 'Pod'
        names.merge!('pod_name' => object['name'], 'pod_id' => object['uid'], 'host' => event.dig('source', 'host'))
      end
      { 'kubernetes' => names.compact,
        'orchestrator' => { 'namespace' => namespace,
                            'resource' => { 'name' => object['name'], 'type' => object['kind'] }.compact }.compact }
    end

    def time_of(event)
      text = TIMES.filter_map { |path| event.dig(*path) }.first
      Fluent::EventTime.from_time(Time.iso8601(text.to_s))
    rescue ArgumentError
      Fluent::EventTime.now
    end
  end
end
