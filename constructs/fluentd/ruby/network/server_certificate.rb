# frozen_string_literal: true

require 'openssl'

module Efk
  # The certificate of a server, from files that are replaced while it runs: cert-manager renews them.
  class ServerCertificate
    # Time between two looks. In seconds.
    INTERVAL = 30

    # Without +authority+, a file, any client may connect.
    def initialize(certificate, key, authority = nil)
      @files = [certificate, key, authority].compact
      @certificate = certificate
      @key = key
      @authority = authority
      @mutex = Mutex.new
      @at = -INTERVAL
    end

    # An OpenSSL::SSL::SSLContext with the files as they are. While they cannot be read, the one before.
    def context
      @mutex.synchronize do
        now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
        look(now) if now - @at >= INTERVAL
        @context
      end
    end

    private

    def look(now)
      @at = now
      times = @files.map { |file| File.mtime(file) }
      return if times == @times

      @context = load
      @times = times
    rescue SystemCallError, OpenSSL::OpenSSLError
      raise unless @context
    end

    def load
      leaf, *chain = OpenSSL::X509::Certificate.load_file(@certificate)
      context = OpenSSL::SSL::SSLContext.new
      context.add_certificate(leaf, OpenSSL::PKey.read(File.read(@key)), chain)
      context.min_version = OpenSSL::SSL::TLS1_2_VERSION
      ask_for_certificate(context) if @authority
      context.tap(&:freeze)
    end

    def ask_for_certificate(context)
      context.ca_file = @authority
      context.verify_mode = OpenSSL::SSL::VERIFY_PEER | OpenSSL::SSL::VERIFY_FAIL_IF_NO_PEER_CERT
    end
  end
end
