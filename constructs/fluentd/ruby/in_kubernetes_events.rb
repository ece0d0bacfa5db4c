# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'inputs/repeated_reading'
require_relative 'network/saved_position'
require_relative 'kubernetes/api_client'
require_relative 'kubernetes/event_records'
require_relative 'kubernetes/event_watch'

module Fluent
  module Plugin
    # Reads the events of a cluster, which the API server keeps for an hour. The version from which to go on is saved
    # when the buffer has an event, and events have an identity, so that each is stored once through restarts.
    class KubernetesEventsInput < Input
      Fluent::Plugin.register_input('kubernetes_events', self)
      helpers :thread
      include Efk::RepeatedReading

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
        @position = Efk::SavedPosition.new(@pos_file)
        @client = Efk::ApiClient.new(@url, @token_path, @ca_path)
        @watch = Efk::EventWatch.new(@client)
        count_failures
        @pause = 1
        thread_create(:kubernetes_events) { read_on while thread_current_running? }
      end

      # A watch that waits for changes is ended.
      def stop
        super
        @client&.abort
      end

      private

      def read_on
        version = @position.load
        version ? @watch.watch(version, &method(:take)) : @watch.list(&method(:take))
        @pause = 1
      rescue Efk::EventWatch::Expired
        @watch.list(&method(:take))
      rescue StandardError => e
        repeat(e) if thread_current_running?
      end

      def take(events, version)
        router.emit_stream(@tag, Efk::EventRecords.stream(events)) unless events.empty?
        @position.save(version) if version
        @pause = 1
      end

      # Nothing is lost: the version is that of what was taken.
      def repeat(error)
        failed(error, 'events of Kubernetes could not be read and will be')
        wait(@pause)
        @pause = [@pause * 2, LONGEST].min
      end
    end
  end
end
