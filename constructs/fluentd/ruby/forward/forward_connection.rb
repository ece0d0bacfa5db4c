# frozen_string_literal: true

require 'fluent/msgpack_factory'
require 'openssl'
require 'socket'
require_relative 'forward_handshake'
require_relative 'patient_socket'

module Efk
  # A connection to one aggregator: over TLS, with a key that both know. The certificate is always verified.
  class ForwardConnection
    # A chunk was not acknowledged; +reason+ is a word for the metrics.
    class Failure < StandardError
      attr_reader :reason

      def initialize(reason, message)
        super(message)
        @reason = reason
        # Fluentd would log it at each attempt.
        set_backtrace([])
      end
    end

    # The connection ended.
    class Lost < Failure; end

    # +address+ is an Addrinfo of +host+, for which the certificate must be.
    def initialize(address, host, settings, stopped)
      @timeout = settings[:ack_timeout]
      @unpacker = Fluent::MessagePackFactory.msgpack_unpacker
      guard('connect') do
        @socket = PatientSocket.open(address, host, settings, stopped)
      end
      guard('handshake') { ForwardHandshake.new(settings).run(method(:message), @socket) }
    end

    # Returns when the chunk is acknowledged. +entries+ are packed events, +id+ is the same when it is sent again.
    def deliver(tag, entries, size, id)
      guard('lost') do
        @socket.write(header(tag, entries.bytesize))
        @socket.write(entries)
        @socket.write({ 'size' => size, 'chunk' => id }.to_msgpack)
        answer = message
        raise Failure.new('protocol', 'another chunk was acknowledged') unless answer.is_a?(Hash) && answer['ack'] == id
      end
    end

    def close
      @socket&.close
    end

    private

    # In the form PackedForward: an array of the tag, a text of packed entries, and options.
    def header(tag, bytes)
      [0x93].pack('C') + tag.dup.force_encoding(Encoding::UTF_8).to_msgpack + [0xdb, bytes].pack('CN')
    end

    # The next message of the aggregator.
    def message
      messages = []
      @unpacker.feed_each(@socket.read(@timeout)) { |message| messages << message } while messages.empty?
      messages.first
    end

    def guard(reason)
      yield
    rescue PatientSocket::TimedOut
      close
      raise Failure.new('timeout', 'no answer in time')
    rescue SystemCallError, IOError, OpenSSL::SSL::SSLError, MessagePack::UnpackError => e
      close
      raise (reason == 'lost' ? Lost : Failure).new(reason, "#{e.class}: #{e.message}")
    rescue ForwardHandshake::Refused => e
      close
      raise Failure.new('handshake', e.message)
    end
  end
end
