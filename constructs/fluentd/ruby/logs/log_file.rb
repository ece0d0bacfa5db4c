# frozen_string_literal: true

require 'digest'
require_relative 'log_source'

module Efk
  # One file of a container's log. Its key is the head of its first line, which holds a time with nanoseconds: it is the
  # same file after the kubelet has renamed or compressed it, and another one after it was cut in place or its inode was
  # used again (in_tail goes by name and inode).
  class LogFile
    # Of the first line, at most. In bytes.
    HEAD = 256

    # Longest line that is waited for. In bytes; the runtimes cut theirs at 16 KiB.
    LONGEST_LINE = 1 << 20

    # The key of the file whose source is given, or nil while its first line is not complete.
    def self.key(source)
      head = source.read(0, HEAD) or return
      return if head.bytesize < HEAD && !head.include?("\n")

      Digest::SHA256.hexdigest(head[/\A[^\n]*/n]).slice(0, 16)
    end

    # +log+ is the key of the container's log, +key+ that of the file in it.
    def initialize(log, key, path, positions)
      @key = key
      @id = "#{log} #{key}"
      @path = path
      @positions = positions
      @committed = @position = positions[@id] || 0
      @read_out = positions.delivered?(@id)
      @size = LogSource.size(path)
      @rest = +''
    end

    # Under +id+ the position is saved.
    attr_reader :key, :id

    # Where it is now; whether it was read to its end, and nothing more will come.
    attr_accessor :path, :read_out

    def open
      @source || (@source = LogSource.open(@path))
    end

    def open? = !@source.nil?

    def close
      @source&.close
      @source = nil
    end

    # Whether +stat+ is of another file than the one that is open.
    def replaced?(stat)
      @source&.inode != stat.ino
    end

    # Whether it was cut in place, and written again.
    def cut?(stat)
      stat.size < @position || self.class.key(@source) != @key
    end

    # What was not read of it is not there any more.
    def abandon
      @read_out = true
      @rest = +''
      close
    end

    # Takes the size that it has by now. What was read out and has grown is read on.
    def grow_to(size)
      @size = size
      @read_out = false if size > @position
    end

    def delivered?
      @read_out && @committed == @position
    end

    # What has not been delivered. In bytes.
    def unread_bytes
      [@size - @committed, 0].max
    end

    # Yields the complete lines of the next +count+ bytes, each as (buffer, from, to, offset): the line is
    # buffer[from...to], and offset is where it begins in the file. Returns nil at the end of the file.
    def each_line(count, &)
      data = read_on(count) or return
      buffer = @rest.empty? ? data : @rest << data
      keep(buffer, split(buffer, &))
      each_rest(&) if @rest.bytesize > LONGEST_LINE
      buffer
    end

    # Yields what stands behind the last line break, as a line: nobody will end it any more.
    def each_rest
      return if @rest.empty?

      rest = @rest
      yield rest, 0, rest.bytesize, @position
      keep(rest, rest.bytesize)
    end

    # Everything that was read is delivered, or everything before +position+.
    def commit(position = @position)
      @committed = position
      @positions.save(@id, position, delivered: delivered?)
      close if delivered?
    end

    # It is not there any more.
    def forget
      close
      @positions.delete(@id)
    end

    # Whether the node may remove it without a loss of what was read and not delivered.
    def idle?
      @position == @committed
    end

    # Goes back to what is not known to be delivered.
    def rewind
      @read_out = false if @position > @committed
      @position = @committed
      @rest = +''
      @at_end = false
    end

    private

    # What comes after the end was reached is not of this file if it was cut in place meanwhile and written again.
    def read_on(count)
      data = open.read(@position + @rest.bytesize, count)
      return if @at_end && data && self.class.key(@source) != @key

      @at_end = data.nil?
      data
    end

    # Returns the offset behind the last line.
    def split(buffer)
      from = 0
      while (to = buffer.index("\n", from))
        yield buffer, from, to, @position + from
        from = to + 1
      end
      from
    end

    def keep(buffer, from)
      @position += from
      @size = @position if @position > @size
      @rest = from.zero? ? buffer : buffer.byteslice(from, buffer.bytesize - from)
    end
  end
end
