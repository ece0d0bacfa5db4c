# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'common/metrics'
require_relative 'http/http_access'
require_relative 'http/http_server'
require_relative 'network/arrival'
require_relative 'network/server_certificate'

module Fluent
  module Plugin
    # Takes events over HTTP: JSON, and JSON by lines. in_http asks nobody who they are, and takes bodies that do not
    # say their size into memory as a whole.
    class HttpEventsInput < Input
      Fluent::Plugin.register_input('http_events', self)
      helpers :thread

      desc 'Tag of the events.'
      config_param :tag, :string
      desc 'Port on which requests come.'
      config_param :port, :integer
      desc 'Address on which they come; all of IPv4 and IPv6 without it.'
      config_param :bind, :string, default: Efk::Listening::ANY
      desc 'Token that senders must know, for the header `Authorization: Bearer`.'
      config_param :token, :string, default: nil, secret: true
      desc 'User that senders may be instead.'
      config_param :user, :string, default: nil
      desc 'Password of the user.'
      config_param :password, :string, default: nil, secret: true
      desc 'Size of a body, compressed or not.'
      config_param :max_body_size, :size, default: 10 * 1024 * 1024
      desc 'Size of all bodies that are read at a time.'
      config_param :max_pending_size, :size, default: 64 * 1024 * 1024
      desc 'Size at which a message goes on in a new event.'
      config_param :max_event_size, :size, default: 1_048_576
      desc 'File with the certificate, and those that lead to its authority; without it there is no TLS.'
      config_param :cert_path, :string, default: nil
      desc 'File with the key of the certificate.'
      config_param :private_key_path, :string, default: nil

      # What answers a request.
      Parts = Struct.new(:access, :body, :events, :certificate, keyword_init: true)

      # By what became of them.
      RESULTS = %w[accepted unavailable].freeze

      def configure(conf)
        super
        @access = Efk::HttpAccess.new(token: @token, user: @user, password: @password)
      rescue ArgumentError => e
        raise Fluent::ConfigError, e.message
      end

      # For when it expires.
      def reads_certificate_again? = true

      def multi_workers_ready?
        true
      end

      def start
        super
        @requests = Efk::Metrics.counter(:fluentd_input_requests_total, 'Requests with events by what became of them.',
                                         %i[input result])
        RESULTS.each { |result| @requests.init_label_set(labels(result)) }
        @server = Efk::HttpServer.new(@bind, @port, log, parts) { |events| take?(events) }
        thread_create(:http_events) { @server.start }
      end

      # Requests that are under way are answered.
      def stop
        @server&.shutdown
        super
      end

      private

      def parts
        certificate = Efk::ServerCertificate.new(@cert_path, @private_key_path) if @cert_path
        certificate&.context
        Parts.new(access: @access, body: Efk::HttpBody.new(@max_body_size, @max_pending_size),
                  events: Efk::HttpEvents.new(@tag, Efk::Arrival.new, @max_event_size), certificate: certificate)
      end

      def take?(events)
        router.emit_stream(@tag, events)
        @requests.increment(labels: labels('accepted'))
        true
      rescue StandardError => e
        log.debug 'the pipeline takes no events', input: @tag, error: e.class
        @requests.increment(labels: labels('unavailable'))
        false
      end

      def labels(result)
        { input: @tag, result: result }
      end
    end
  end
end
