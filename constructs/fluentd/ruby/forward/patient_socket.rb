# frozen_string_literal: true

require 'openssl'
require 'socket'

module Efk
  # A TLS connection that waits for as long as it was told, and no longer than until Fluentd stops.
  class PatientSocket
    class TimedOut < StandardError; end

    # Time between two looks whether Fluentd stops. In seconds.
    LOOK = 1

    # +address+ is an Addrinfo of +host+, for which the certificate must be.
    def self.open(address, host, settings, stopped)
      tcp = address.connect(timeout: settings[:connect_timeout])
      tcp.setsockopt(:TCP, :NODELAY, 1)
      socket = new(tls(tcp, host, settings[:ca_file]), settings[:ack_timeout], stopped)
      socket.connect(host, settings[:connect_timeout])
      socket
    rescue StandardError
      tcp&.close
      raise
    end

    def self.tls(tcp, host, ca_file)
      OpenSSL::SSL::SSLSocket.new(tcp, context(ca_file)).tap do |tls|
        tls.hostname = host
        tls.sync_close = true
      end
    end

    def self.context(ca_file)
      context = OpenSSL::SSL::SSLContext.new
      context.min_version = OpenSSL::SSL::TLS1_2_VERSION
      context.verify_mode = OpenSSL::SSL::VERIFY_PEER
      context.cert_store = store = OpenSSL::X509::Store.new
      ca_file ? store.add_file(ca_file) : store.set_default_paths
      context
    end
    private_class_method :tls, :context

    def initialize(tls, timeout, stopped)
      @tls = tls
      @timeout = timeout
      @stopped = stopped
    end

    def connect(host, timeout)
      wait(timeout) { @tls.connect_nonblock(exception: false) }
      @tls.post_connection_check(host)
    end

    def write(data)
      data = data.b
      until data.empty?
        written = wait(@timeout) { @tls.write_nonblock(data, exception: false) }
        data = data.byteslice(written, data.bytesize)
      end
    end

    # What has arrived, at least a byte.
    def read(timeout)
      wait(timeout) { @tls.read_nonblock(4096, exception: false) } || raise(EOFError, 'the connection was closed')
    end

    def close
      @tls.close
    rescue SystemCallError, IOError, OpenSSL::SSL::SSLError
      nil # it is closed
    end

    private

    def wait(timeout)
      deadline = Process.clock_gettime(Process::CLOCK_MONOTONIC) + timeout
      loop do
        result = yield
        case result
        when :wait_readable then ready?(:wait_readable, deadline)
        when :wait_writable then ready?(:wait_writable, deadline)
        else return result
        end
      end
    end

    def ready?(what, deadline)
      until @tls.to_io.public_send(what, LOOK)
        over = Process.clock_gettime(Process::CLOCK_MONOTONIC) >= deadline
        raise TimedOut if over || @stopped.call
      end
    end
  end
end
