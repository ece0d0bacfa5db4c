# frozen_string_literal: true

require 'digest'
require_relative 'line_cutter'
require_relative 'log_source'

module Efk
  # One file of a container's log. Its key is the head of its first line, which holds a time with nanoseconds: it is the
  # same file after the kubelet has renamed or compressed it, and another one after it was cut in place or its inode was
  # used again (in_tail goes by name and inode).
  class LogFile
    # Of the first line, at most. In bytes.
    HEAD = 256

    # The key of the file whose source is given, or nil while its first line is not complete.
    def self.key(source)
      head = source.read(0, HEAD) or return
      return if head.bytesize < HEAD && !head.include?("\n")

      Digest::SHA256.hexdigest(head[/\A[^\n]*/n]).slice(0, 16)
    end

    # +log+ is the key of the container's log, +key+ that of the file in it; a line of more than +longest+ bytes comes
    # in pieces.
    def initialize(log, key, path, positions, longest: LineCutter::LONGEST_LINE)
      @key = key
      @id = "#{log} #{key}"
      @path = path
      @positions = positions
      @committed = positions[@id] || 0
      @lines = LineCutter.new(@committed, longest: longest)
      @read_out = positions.delivered?(@id)
      @size = LogSource.size(path)
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
      stat.size < @lines.position || !same?
    end

    # What was not read of it is not there any more.
    def abandon
      @read_out = true
      @lines.forget_rest
      close
    end

    # Takes the size that it has by now. What was read out and has grown is read on.
    def grow_to(size)
      @size = size
      @read_out = false if size > @lines.position
    end

    def delivered?
      @read_out && idle?
    end

    # What has not been delivered. In bytes.
    def unread_bytes
      [@size, @lines.position].max - @committed
    end

    # The same, but for what will not be read any more.
    def lag
      @read_out ? @lines.position - @committed : unread_bytes
    end

    # Yields the complete lines of the next +count+ bytes, as LineCutter does. Returns nil at the end of the file.
    def each_line(count, &)
      data = open.read(@lines.following, count)
      # What comes after the end was reached is not of this file if it was cut in place meanwhile and written again.
      return if data && @lines.at_end? && !same?

      @lines.take(data, &)
      data
    end

    # Yields what stands behind the last line break, as a line: nobody will end it any more.
    def each_rest(&)
      @lines.take_rest(&)
    end

    # Everything that was read is delivered, or everything before +position+.
    def commit(position = @lines.position)
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
      @lines.position == @committed
    end

    # Goes back to what is not known to be delivered.
    def rewind
      @read_out = false unless idle?
      @size = [@size, @lines.position].max
      @lines.go_to(@committed)
    end

    private

    # Whether what is open begins as it did: a file that was cut in place and written again does not.
    def same?
      self.class.key(@source) == @key
    end
  end
end
