# frozen_string_literal: true

module Efk
  # Cuts the bytes of a connection into messages of syslog by RFC 6587: the count of bytes stands before a message, or a
  # line break behind it. A peer may do either, so every message says itself which it is. in_syslog wants to be told for
  # all peers of a port (fluent/fluentd#2298), and holds an endless message until the memory is full.
  class SyslogFrames
    COUNT = /\G([1-9]\d{0,8}) </n
    # A count may go on in the next bytes.
    PERHAPS = /\G[1-9]\d{0,8} ?\z/n
    BETWEEN = /\G[\n\r\0 ]+/n

    # A piece of a message: whether the message +begins+ with it, and whether there is +more+ in the next piece.
    Piece = Struct.new(:text, :begins, :more)

    # +longest+ is the size at which a message goes on in a new piece. In bytes.
    def initialize(longest)
      @longest = longest
      @buffer = String.new(encoding: Encoding::BINARY)
      @state = :between
    end

    # Takes the +following+ bytes and yields the pieces that are complete.
    def take(following)
      @buffer << following
      at = 0
      while (piece, behind = piece_at(at))
        at = behind
        yield piece if piece
      end
      @buffer = @buffer.byteslice(at..)
    end

    # At the end of the connection: yields what there is, and whether it is a whole message as far as can be known.
    def take_rest
      rest = @buffer
      @buffer = String.new(encoding: Encoding::BINARY)
      yield Piece.new(text(rest), begins?, false), @state != :counted unless rest.empty?
    end

    private

    def begins?
      !@going_on
    end

    # The piece that begins at +at+, if any, and where the next one does; nil if it is not complete.
    def piece_at(at)
      return if at >= @buffer.bytesize

      case @state
      when :between then begin_at(at)
      when :counted then counted(at)
      else line(at)
      end
    end

    def begin_at(at)
      at = Regexp.last_match.byteoffset(0).last if @buffer.byteindex(BETWEEN, at)
      return [nil, at] if at >= @buffer.bytesize
      return if @buffer.byteindex(PERHAPS, at)

      @state = @buffer.byteindex(COUNT, at) ? :counted : :line
      return [nil, at] if @state == :line

      count = Regexp.last_match(1)
      @left = count.to_i
      [nil, at + count.bytesize + 1]
    end

    def counted(at)
      available = @buffer.bytesize - at
      return part(at) if @left > @longest && available >= @longest
      return if available < @left || @left > @longest

      piece(at, @left, 0)
    end

    def line(at)
      to = @buffer.byteindex("\n", at)
      return piece(at, to - at, 1) if to && to - at <= @longest

      part(at) if @buffer.bytesize - at > @longest
    end

    # A whole message, or the last piece of one.
    def piece(at, size, behind)
      piece = Piece.new(text(@buffer.byteslice(at, size)), begins?, false)
      @state = :between
      @going_on = false
      [piece, at + size + behind]
    end

    # A piece of the longest size, which does not end within a character.
    def part(at)
      size = @longest
      3.times { size -= 1 if (@buffer.getbyte(at + size) & 0xC0) == 0x80 }
      text = @buffer.byteslice(at, size).force_encoding(Encoding::UTF_8)
      piece = Piece.new(text, begins?, true)
      @going_on = true
      @left -= size if @state == :counted
      [piece, at + size]
    end

    # Without what some senders put behind a message.
    def text(bytes)
      bytes.sub(/[\r\n\0]+\z/n, '').force_encoding(Encoding::UTF_8)
    end
  end
end
