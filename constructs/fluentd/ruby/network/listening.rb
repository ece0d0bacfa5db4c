# frozen_string_literal: true

require 'openssl'
require 'socket'
require 'timeout'

module Efk
  # Sockets on which several processes can listen at once, of which the kernel chooses one for each peer: Fluentd may
  # have several workers.
  module Listening
    # All addresses, of IPv6 and of IPv4.
    ANY = '::'
    ANY_OF_4 = '0.0.0.0'

    # What happens to connections.
    FAILURES = [SystemCallError, IOError, OpenSSL::SSL::SSLError, Timeout::Error].freeze

    module_function

    def stream(bind, port)
      with_any(bind) { |address| socket(:STREAM, address, port).tap { |socket| socket.listen(Socket::SOMAXCONN) } }
    end

    def datagram(bind, port, buffer)
      with_any(bind) do |address|
        socket(:DGRAM, address, port) { |socket| socket.setsockopt(:SOCKET, :RCVBUF, buffer) }
      end
    end

    # The address of a peer, in the form of its own family.
    def peer(address)
      address.ip_address.delete_prefix('::ffff:')
    end

    # A node may have no IPv6.
    def with_any(bind)
      yield bind
    rescue Errno::EAFNOSUPPORT, Errno::EADDRNOTAVAIL
      raise unless bind == ANY

      yield ANY_OF_4
    end

    def socket(type, bind, port)
      address = Addrinfo.new(Socket.sockaddr_in(port, bind), nil, Socket.const_get("SOCK_#{type}"))
      socket = Socket.new(address.afamily, type)
      share(socket, address)
      yield socket if block_given?
      socket.bind(address)
      socket
    rescue StandardError
      socket&.close
      raise
    end

    def share(socket, address)
      socket.setsockopt(:SOCKET, :REUSEADDR, true)
      socket.setsockopt(:SOCKET, :REUSEPORT, true)
      socket.setsockopt(:IPV6, :V6ONLY, false) if address.ipv6?
    end
  end
end
