# frozen_string_literal: true

require 'fluent/clock'
require 'socket'
require_relative 'forward_connection'

module Efk
  # Sends chunks to any of several aggregators, over connections that stay open for a while: one for each thread that
  # sends at the same time.
  class ForwardSender
    Open = Struct.new(:connection, :since)

    # What is wrong with a list of servers.
    def self.mistake(servers)
      return 'servers must not be empty' if servers.empty?

      wrong = servers.find { |server| !/\A[^:\s]+:\d{1,5}\z/.match?(server) }
      "servers must be host:port, got #{wrong}" if wrong
    end

    def initialize(settings, stopped)
      @settings = settings
      @stopped = stopped
      @idle = []
    end

    # @raise ForwardConnection::Failure if no aggregator acknowledges it
    def deliver(tag, entries, size, id)
      open = reusable
      return send_new(tag, entries, size, id) unless open

      begin
        hand_over(open, tag, entries, size, id)
      rescue ForwardConnection::Lost
        # It may have been closed while it was idle. Events have ids: what is sent again is stored once.
        send_new(tag, entries, size, id)
      end
    end

    def close
      while (open = @idle.pop)
        open.connection.close
      end
    end

    private

    def reusable
      while (open = @idle.pop)
        return open if Fluent::Clock.now - open.since < @settings[:connection_age]

        open.connection.close
      end
    end

    # Tries one after the other, in any order.
    def send_new(tag, entries, size, id)
      failure = nil
      addresses.each do |host, address|
        connection = ForwardConnection.new(address, host, @settings, @stopped)
        return hand_over(Open.new(connection, Fluent::Clock.now), tag, entries, size, id)
      rescue ForwardConnection::Failure => e
        failure = e
      end
      raise failure || ForwardConnection::Failure.new('resolve', 'no aggregator has an address')
    end

    def hand_over(open, tag, entries, size, id)
      open.connection.deliver(tag, entries, size, id)
      @idle.push(open)
    rescue StandardError
      open.connection.close
      raise
    end

    def addresses
      found = @settings[:servers].flat_map do |server|
        host, port = server.split(':')
        Addrinfo.getaddrinfo(host, port, nil, :STREAM).map { |address| [host, address] }
      rescue SocketError
        []
      end
      found.shuffle
    end
  end
end
