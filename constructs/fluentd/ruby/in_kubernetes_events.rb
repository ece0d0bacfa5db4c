# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'common/metrics'
require_relative 'common/rare_log'
require_relative 'kubernetes/api_client'
require_relative 'kubernetes/event_records'
require_relative 'kubernetes/event_watch'
require_relative 'network/saved_position'

module Fluent
  module Plugin
    # Reads the events of a cluster, which the API server keeps for an hour. The version from which to go on is saved
    # when the buffer has an event, and events have an identity, so that each is stored once through restarts.
    class KubernetesEventsInput < Input
      Fluent::Plugin.register_input('kubernetes_events', self)
      helpers :thread

      # Longest pause between attempts. In seconds.
      LONGEST = 30

      desc 'Tag of the events.'
      config_param :tag, :string
      desc 'Address of the API server.'
      config_param :url, :string, default: 'https://kubernetes.default.svc'
      desc 'File with the token of the service account.'
      config_param :token_path, :string
      desc 'File with the authority of the API server.'
      config_param :ca_path, :string
      desc 'File in which the version is saved.'
      config_param :pos_file, :string

      def start
        super
        @rare_log = Efk::RareLog.new(log)
        @position = Efk::SavedPosition.new(@pos_file)
        @client = Efk::ApiClient.new(@url, @token_path, @ca_path)
        @watch = Efk::EventWatch.new(@client)
        count_failures
        thread_create(:kubernetes_events) { read_on while thread_current_running? }
      end

      # A watch that waits for changes is ended.
      def stop
        super
        @client&.abort
      end

      private

      def count_failures
        @labels = { input: @tag }
        @failures = Efk::Metrics.counter(:fluentd_input_read_errors_total,
                                         'Attempts to read from a source that failed, and are repeated.', [:input])
        @failures.init_label_set(@labels)
        @pause = 1
      end

      def read_on
        version = @position.load
        version ? @watch.watch(version, &method(:take)) : @watch.list(&method(:take))
        @pause = 1
      rescue Efk::EventWatch::Expired
        @watch.list(&method(:take))
      rescue StandardError => e
        failed(e) if thread_current_running?
      end

      def take(events, version)
        router.emit_stream(@tag, Efk::EventRecords.stream(events)) unless events.empty?
        @position.save(version) if version
        @pause = 1
      end

      # Nothing is lost: the version is that of what was taken.
      def failed(error)
        @failures.increment(labels: @labels)
        @rare_log.warn(error.class, 'events of Kubernetes could not be read and will be', input: @tag,
                                                                                          error: error.class,
                                                                                          reason: error.message)
        wait(@pause)
        @pause = [@pause * 2, LONGEST].min
      end

      def wait(seconds)
        till = Process.clock_gettime(Process::CLOCK_MONOTONIC) + seconds
        sleep 0.1 while thread_current_running? && Process.clock_gettime(Process::CLOCK_MONOTONIC) < till
      end
    end
  end
end
