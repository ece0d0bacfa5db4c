# frozen_string_literal: true

module Efk
  # Cuts the bytes of a file into lines, from a position on. What stands behind the last line break waits for its end.
  class LineCutter
    # Longest line that is waited for. In bytes; the runtimes cut theirs at 16 KiB.
    LONGEST_LINE = 1 << 20
    # Of a character of UTF-8, all bytes but the first.
    CONTINUATION = 0x80..0xBF

    def initialize(position, longest: LONGEST_LINE)
      @longest = longest
      go_to(position)
    end

    # Where the first line begins that was not yielded. In bytes.
    attr_reader :position

    # Where the bytes begin that were not taken.
    def following = @position + @rest.bytesize

    # Whether there were none.
    def at_end? = @at_end

    # Takes the +following+ bytes, or nil if there are none. Yields the lines that are complete, each as
    # (buffer, from, to, offset): the line is buffer[from...to], and offset is where it begins in the file. A line that
    # is too long is yielded in pieces, behind which there is no line break.
    def take(data, &)
      @at_end = data.nil?
      return if @at_end

      buffer = @rest.empty? ? data : @rest << data
      keep(buffer, cut(buffer, &))
      take_piece(&) while @rest.bytesize > @longest
    end

    # Yields what stands behind the last line break, as a line.
    def take_rest
      return if @rest.empty?

      rest = @rest
      yield rest, 0, rest.bytesize, @position
      keep(rest, rest.bytesize)
    end

    def forget_rest
      @rest = +''
    end

    def go_to(position)
      @position = position
      @rest = +''
      @at_end = false
    end

    private

    # Returns the offset behind the last line.
    def cut(buffer)
      from = 0
      while (to = buffer.index("\n", from))
        yield buffer, from, to, @position + from
        from = to + 1
      end
      from
    end

    # The same one wherever reading began. It does not end within a character.
    def take_piece
      to = @longest
      to -= 1 while to > @longest - 4 && CONTINUATION.cover?(@rest.getbyte(to))
      rest = @rest
      yield rest, 0, to, @position
      keep(rest, to)
    end

    def keep(buffer, from)
      @position += from
      @rest = from.zero? ? buffer : buffer.byteslice(from, buffer.bytesize - from)
    end
  end
end
