# frozen_string_literal: true

require 'timeout'
require_relative '../common/metrics'
require_relative '../common/rare_log'
require_relative 'listening'

module Efk
  # Accepts connections, with TLS or without, and reads each in a thread of its own: one that waits for the pipeline, or
  # sends half of a handshake, holds up no other.
  class StreamServer
    # What is read at a time. In bytes.
    BLOCK = 65_536

    # Time for a handshake. In seconds.
    HANDSHAKE = 10

    # Time in which what is on the way is still read when Fluentd stops. In seconds.
    DRAIN = 1

    # Without +certificate+ there is no TLS; +most+ connections are open at a time. The block is called for each with
    # the address of the peer and returns what takes its bytes, by `call`, and nil at its end.
    def initialize(listener, tag, log, certificate: nil, most: 500, &handler)
      @log = log
      @rare_log = RareLog.new(log)
      @listener = listener
      @certificate = certificate
      @most = most
      @handler = handler
      @threads = {}
      @mutex = Mutex.new
      count_refused(tag)
    end

    # Accepts until the server is stopped.
    def run
      until @stopping
        next unless @listener.wait_readable(0.5)

        socket, address = @listener.accept_nonblock(exception: false)
        serve(socket, Listening.peer(address)) unless socket == :wait_readable
      end
    rescue IOError, SystemCallError => e
      raise unless @stopping

      @log.debug 'no connections are accepted any more', error: e.class
    end

    # What was sent before is read still.
    def stop
      @deadline = now + DRAIN
      @stopping = true
      threads = @mutex.synchronize { @threads.keys }
      threads.each { |thread| thread.join([@deadline + 1 - now, 0].max) }
      threads.each(&:kill)
    end

    def close
      @listener.close
    end

    private

    def count_refused(tag)
      @labels = { input: tag }
      @refused = Metrics.counter(:fluentd_input_refused_connections_total,
                                 'Connections that were closed because there were too many.', [:input])
      @refused.init_label_set(@labels)
    end

    def serve(socket, peer)
      if @threads.size >= @most
        @refused.increment(labels: @labels)
        @rare_log.warn(:refused, 'a connection is refused, there are too many', **@labels, most: @most)
        return socket.close
      end
      thread = Thread.new { connection(socket, peer) }
      thread.report_on_exception = false
      @mutex.synchronize { @threads[thread] = true if thread.alive? }
    end

    def connection(socket, peer)
      socket.setsockopt(:SOCKET, :KEEPALIVE, true)
      stream = @certificate ? handshake(socket) : socket
      read(stream, @handler.call(peer))
    rescue *Listening::FAILURES => e
      @rare_log.warn(e.class, 'a connection failed', **@labels, peer: peer, error: e.class, reason: e.message)
    rescue StandardError => e
      @log.error 'a connection failed', **@labels, error: e.class, at: e.backtrace&.first
    ensure
      hang_up(stream || socket)
      @mutex.synchronize { @threads.delete(Thread.current) }
    end

    def hang_up(stream)
      stream.close
    rescue *Listening::FAILURES
      nil
    end

    def handshake(socket)
      stream = OpenSSL::SSL::SSLSocket.new(socket, @certificate.context)
      stream.sync_close = true
      Timeout.timeout(HANDSHAKE) { stream.accept }
      stream
    end

    # Until the peer has nothing more, or Fluentd stops and nothing is on the way.
    def read(stream, sink)
      until @stopping && now > @deadline
        data = next_block(stream) or break
        sink.call(data) unless data == :none
      end
    ensure
      sink&.call(nil)
    end

    def next_block(stream)
      data = stream.read_nonblock(BLOCK, exception: false)
      return data unless data.is_a?(Symbol)
      return :none if stream.to_io.public_send(data, 0.2)

      :none unless @stopping
    rescue EOFError
      nil
    end

    def now
      Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end
  end
end
