# frozen_string_literal: true

require 'fluent/plugin/filter'

module Fluent
  module Plugin
    # What the labels of a pod say of its service becomes that of its logs, where they say nothing of it themselves.
    class PodServiceFilter < Filter
      Fluent::Plugin.register_filter('pod_service', self)

      FIELDS = { 'name' => 'app.kubernetes.io/name', 'version' => 'app.kubernetes.io/version' }.freeze

      def configure(conf)
        super
        @services = {}.compare_by_identity
      end

      # Not `filter`: called for each record by Fluentd it costs as much again as what it does (measured).
      def filter_stream(_tag, events)
        named = MultiEventStream.new
        events.each do |time, record|
          labels = record.dig('kubernetes', 'labels')
          add(record, service_of(labels)) if labels
          named.add(time, record)
        end
        named
      end

      private

      def add(record, service)
        record['service'] = record['service'] ? service.merge(record['service']) : service unless service.empty?
      end

      # The labels are one object for all logs of a container.
      def service_of(labels)
        @services.clear if @services.size > 4096
        @services[labels] ||= FIELDS.transform_values { |key| labels[key] }.compact.freeze
      end
    end
  end
end
