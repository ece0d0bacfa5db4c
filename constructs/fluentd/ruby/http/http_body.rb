# frozen_string_literal: true

require 'zlib'

module Efk
  # Reads the bodies of requests. What they take, compressed and not, is bounded for each and for all together: a body
  # says too little of itself to be believed.
  class HttpBody
    # Why a body is not read: the status of the answer, and the reason.
    class Refused < StandardError
      attr_reader :status

      def initialize(status, reason)
        super(reason)
        @status = status
      end
    end

    # How gzip and zlib are told apart by Zlib itself.
    ANY_HEADER = Zlib::MAX_WBITS + 32
    COMPRESSED = %w[gzip x-gzip deflate].freeze

    # +largest+ is the size of a body, +together+ that of all that are read at a time. In bytes.
    def initialize(largest, together)
      @largest = largest
      @together = together
      @pending = 0
      @mutex = Mutex.new
    end

    # Yields the body of a WEBrick::HTTPRequest, which counts until the block is left.
    def read(request)
      body = String.new(encoding: Encoding::BINARY)
      too_large if request['content-length'].to_i > @largest
      request.continue
      each_piece(request) { |piece| add(piece, body) }
      yield body
    ensure
      count(-body.bytesize)
    end

    private

    def add(piece, body)
      body << piece
      count(piece.bytesize)
      too_large if body.bytesize > @largest
      too_much if @pending > @together
    end

    def each_piece(request, &)
      encoding = request['content-encoding'].to_s.strip.downcase
      return request.body(&) if encoding.empty? || encoding == 'identity'
      raise Refused.new(415, 'content-encoding must be gzip, deflate or identity') unless COMPRESSED.include?(encoding)

      inflate(request, &)
    rescue Zlib::Error
      raise Refused.new(400, "the body is not #{encoding}")
    end

    def inflate(request, &)
      inflater = nil
      read = 0
      request.body do |piece|
        too_large if (read += piece.bytesize) > @largest
        inflater = inflate_piece(inflater, piece, &)
      end
      raise Refused.new(400, 'the body ends too early') unless inflater&.finished?
    end

    # Of gzip there may be several members, one after the other.
    def inflate_piece(inflater, piece, &)
      until piece.empty?
        inflater = Zlib::Inflate.new(ANY_HEADER) if inflater.nil? || inflater.finished?
        before = inflater.total_in
        inflater.inflate(piece, &)
        piece = piece.byteslice((inflater.total_in - before)..)
      end
      inflater
    end

    TOO_LARGE = 'a body must have at most %d bytes; send less at a time'
    private_constant :TOO_LARGE

    def too_large
      raise Refused.new(413, TOO_LARGE % @largest)
    end

    def too_much
      raise Refused.new(503, 'too much is sent at a time; send it again')
    end

    def count(bytes)
      @mutex.synchronize { @pending += bytes }
    end
  end
end
