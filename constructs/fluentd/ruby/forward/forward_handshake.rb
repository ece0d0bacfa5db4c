# frozen_string_literal: true

require 'openssl'
require 'securerandom'

module Efk
  # Both sides prove that they know the key, without saying it.
  #
  # See https://github.com/fluent/fluentd/wiki/Forward-Protocol-Specification-v1#handshake-messages-and-their-formats
  class ForwardHandshake
    class Refused < StandardError; end

    def initialize(settings)
      @key = settings[:shared_key]
      @name = settings[:self_hostname]
    end

    # +message+ gives the next message of the aggregator.
    def run(message, socket)
      nonce = hello(message.call)
      salt = SecureRandom.random_bytes(16)
      socket.write(['PING', @name, salt, digest(salt, @name, nonce), '', ''].to_msgpack)
      pong(message.call, salt, nonce)
    end

    private

    def hello(hello)
      word, options = hello
      raise Refused, 'the aggregator asks for no key' unless word == 'HELO' && options.is_a?(Hash)
      raise Refused, 'the aggregator asks for a user' unless options.fetch('auth', '').is_a?(String)

      options['nonce']
    end

    def pong(pong, salt, nonce)
      word, success, reason, name, proof = pong
      raise Refused, 'the answer of the aggregator is none' unless word == 'PONG'
      raise Refused, "the aggregator refuses: #{reason}" unless success

      known = OpenSSL.secure_compare(proof.to_s, digest(salt, name.to_s, nonce))
      raise Refused, 'the aggregator does not know the key' unless known
    end

    def digest(salt, name, nonce)
      OpenSSL::Digest.hexdigest('SHA512', salt + name.b + nonce.b + @key.b)
    end
  end
end
