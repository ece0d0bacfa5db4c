# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'common/metrics'
require_relative 'pods/described_names'
require_relative 'pods/pod_labels'
require_relative 'pods/pod_watch'

module Fluent
  module Plugin
    # Adds the labels and annotations that are allowed to the logs of containers. It watches the pods of its node over
    # one connection, also for the input, which may select logs by labels.
    # fluent-plugin-kubernetes_metadata_filter asks for each container, watches all namespaces and stops Fluentd when
    # the API server is away; here logs go on without.
    class PodMetadataFilter < Filter
      Fluent::Plugin.register_filter('pod_metadata', self)

      desc 'Host of the API server.'
      config_param :api_host, :string
      desc 'Port of the API server.'
      config_param :api_port, :integer
      desc 'File with the token of the ServiceAccount.'
      config_param :token_file, :string
      desc 'File with the authority that signs the certificate of the API server.'
      config_param :ca_file, :string
      desc 'Name of the node.'
      config_param :node_name, :string
      desc 'Keys of labels that become fields of logs.'
      config_param :labels, :array, value_type: :string, default: []
      desc 'Keys of annotations that become fields of logs.'
      config_param :annotations, :array, value_type: :string, default: []

      def configure(conf)
        super
        server = Efk::ApiServer.new(@api_host, @api_port, token_file: @token_file, ca_file: @ca_file, node: @node_name)
        @watch = Efk::PodWatch.new(server, Efk::KnownPods.new(@labels, @annotations), log)
        Efk::PodWatch.of_node = @watch
        @names = Efk::DescribedNames.new(@watch)
        @without = Efk::Metrics.counter(:fluentd_pod_metadata_without_records_total,
                                        'Logs of containers that were stored without the metadata of their pod.')
        @without.init_label_set({})
      end

      def start
        super
        @watch.start
      end

      def shutdown
        @watch.stop
        super
      end

      # Not `filter`: called for each record by Fluentd it costs as much again as what it does (measured).
      def filter_stream(_tag, events)
        return events if @labels.empty? && @annotations.empty?

        described = MultiEventStream.new
        without = 0
        events.each do |time, record|
          without += 1 unless describe(record)
          described.add(time, record)
        end
        @without.increment(by: without) if without.positive?
        described
      end

      private

      # Whether there was something to be added, or the record is of no pod.
      def describe(record)
        names = record['kubernetes']
        return true unless names.is_a?(Hash) && names.key?('pod_id')

        described = @names.of(names) or return false
        record['kubernetes'] = described
      end
    end
  end
end
