# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'common/rare_log'
require_relative 'network/arrival'
require_relative 'network/datagram_server'
require_relative 'network/insistence'
require_relative 'network/server_certificate'
require_relative 'network/stream_server'
require_relative 'syslog/syslog_connection'
require_relative 'syslog/syslog_events'

module Fluent
  module Plugin
    # Takes messages of syslog from the network. in_syslog loses those for which a buffer has no room, cuts datagrams at
    # 2048 bytes without a word (fluent/fluentd#1123), drops what it cannot parse and writes it into Fluentd's own log,
    # and has to be told the framing of all peers of a port (fluent/fluentd#2298). Here peers wait while the buffer is
    # full, and what is no message of syslog is stored as text.
    class SyslogMessagesInput < Input
      Fluent::Plugin.register_input('syslog_messages', self)
      helpers :thread

      desc 'Tag of the events.'
      config_param :tag, :string
      desc 'How messages come.'
      config_param :protocol, :enum, list: %i[udp tcp tls]
      desc 'Port on which they come.'
      config_param :port, :integer
      desc 'Address on which they come; all of IPv4 and IPv6 without it.'
      config_param :bind, :string, default: Efk::Listening::ANY
      desc 'Zone of times that say none, a name of the time zone database or an offset.'
      config_param :zone, :string, default: 'UTC'
      desc 'Size at which a message goes on in a new event.'
      config_param :max_message_size, :size, default: 65_536
      desc 'Connections at a time; more are refused.'
      config_param :max_connections, :integer, default: 500
      desc 'Memory of the kernel for datagrams that are not read yet.'
      config_param :receive_buffer, :size, default: 8 * 1024 * 1024
      desc 'File with the certificate, and those that lead to its authority.'
      config_param :cert_path, :string, default: nil
      desc 'File with the key of the certificate.'
      config_param :private_key_path, :string, default: nil
      desc 'File with the authority of clients; without it no client has to prove who it is.'
      config_param :client_ca_path, :string, default: nil

      def configure(conf)
        super
        return unless @protocol == :tls && !(@cert_path && @private_key_path)

        raise Fluent::ConfigError, 'tls needs cert_path and private_key_path'
      end

      # For when it expires.
      def reads_certificate_again? = true

      def multi_workers_ready?
        true
      end

      def start
        super
        @arrival = Efk::Arrival.new
        @entrance = Efk::Insistence.new(router, @tag, log)
        @server = @protocol == :udp ? datagrams : streams
        thread_create(:"syslog_#{@protocol}") { @server.run }
      end

      # Peers are not told that nobody reads any more, so what they have sent is read first.
      def stop
        @server&.stop
        @entrance&.stop
        super
      end

      def close
        super
        @server&.close
      end

      private

      def events
        Efk::SyslogEvents.new(@tag, @zone, @arrival)
      end

      def datagrams
        events = self.events
        server = Efk::DatagramServer.new(@tag, port: @port, bind: @bind, buffer: @receive_buffer) do |datagrams|
          arrived = datagrams.flat_map { |data, peer| Efk::SyslogConnection.datagram(data, peer, @arrival) }
          @entrance.give { events.stream(arrived) }
        end
        small(server.buffer) if server.buffer < @receive_buffer
        server
      end

      def small(buffer)
        log.warn 'the kernel gives less memory for datagrams than is wanted; raise net.core.rmem_max of the node',
                 wanted: @receive_buffer, given: buffer
      end

      def streams
        certificate = Efk::ServerCertificate.new(@cert_path, @private_key_path, @client_ca_path) if @protocol == :tls
        certificate&.context
        listener = Efk::Listening.stream(@bind, @port)
        Efk::StreamServer.new(listener, @tag, log, certificate: certificate, most: @max_connections) do |peer|
          Efk::SyslogConnection.new(peer, @max_message_size, @arrival, events) do |stream|
            @entrance.give(&stream)
          end
        end
      end
    end
  end
end
