# frozen_string_literal: true

require_relative '../common/metrics'
require_relative 'listening'

module Efk
  # Reads datagrams, many at a time. What the kernel dropped because nobody read is counted: it is all that can be known
  # of what is lost with UDP, apart from the counters of the network.
  class DatagramServer
    # Longest that there is. In bytes.
    LONGEST = 65_535

    # Datagrams that are given on at once, and bytes after which there are no more.
    MOST = 1000
    MOST_BYTES = 1 << 20

    # Time between two looks at what the kernel dropped. In seconds.
    INTERVAL = 5

    TABLES = %w[/proc/net/udp /proc/net/udp6].freeze

    # The block gets pairs of bytes and the address of the peer.
    def initialize(tag, port:, buffer:, bind: Listening::ANY, &handler)
      @socket = Listening.datagram(bind, port, buffer)
      @port = @socket.local_address.ip_port
      @handler = handler
      @labels = { input: tag }
      @dropped = Metrics.counter(:fluentd_input_dropped_datagrams_total,
                                 'Datagrams that the kernel dropped because they were not read in time.', [:input])
      @dropped.init_label_set(@labels)
      @seen = 0
      @count_at = 0
    end

    # Size of the buffer that the kernel gave, which may be less than was asked for. In bytes.
    def buffer
      # The kernel doubles it for what it needs itself.
      @socket.getsockopt(:SOCKET, :RCVBUF).int / 2
    end

    # Reads until the server is stopped, and then what is there.
    def run
      until @stopping && !@socket.wait_readable(0)
        @socket.wait_readable(0.5)
        datagrams = read
        @handler.call(datagrams) unless datagrams.empty?
        look_for_dropped
      end
    end

    def stop
      @stopping = true
    end

    def close
      count_dropped
      @socket.close
    end

    private

    def read
      datagrams = []
      bytes = 0
      while datagrams.size < MOST && bytes < MOST_BYTES
        data, address = @socket.recvfrom_nonblock(LONGEST, exception: false)
        break if data == :wait_readable

        bytes += data.bytesize
        datagrams << [data, Listening.peer(address)]
      end
      datagrams
    end

    def look_for_dropped
      now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      return if now < @count_at

      @count_at = now + INTERVAL
      count_dropped
    end

    # By inode, so that the sockets of other workers on the same port are counted by these.
    def count_dropped
      dropped = drops
      @dropped.increment(by: dropped - @seen, labels: @labels) if dropped > @seen
      @seen = [dropped, @seen].max
    end

    def drops
      inode = @socket.stat.ino.to_s
      TABLES.each do |table|
        next unless File.readable?(table)

        File.foreach(table) do |line|
          columns = line.split
          return columns.last.to_i if columns[9] == inode
        end
      end
      0
    end
  end
end
