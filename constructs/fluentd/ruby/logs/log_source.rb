# frozen_string_literal: true

require 'zlib'

module Efk
  # The bytes of log files, plain or compressed.
  module LogSource
    module_function

    def open(path)
      compressed?(path) ? GzipSource.new(path) : PlainSource.new(path)
    end

    # Size of the content. In bytes.
    def size(path)
      compressed?(path) ? GzipSource.size(path) : File.size(path)
    end

    def compressed?(path)
      path.end_with?('.gz')
    end
  end

  # The bytes of a log file as the runtime wrote them, by offset.
  class PlainSource
    def initialize(path)
      @io = File.open(path, 'rb')
      @inode = @io.stat.ino
    end

    attr_reader :inode

    # At most +count+ bytes at +offset+, or nil at the end.
    def read(offset, count)
      @io.pread(count, offset) if @io.size > offset
    rescue EOFError
      nil
    end

    def close
      @io.close
    end
  end

  # The same of a file that the kubelet has compressed. It is read forwards; an offset further back begins again.
  class GzipSource
    # What the trailer of a gzip file says of its content: the last four bytes hold the size.
    def self.size(path)
      File.open(path, 'rb') do |io|
        return 0 if io.size < 18

        io.pread(4, io.size - 4).unpack1('V')
      end
    end

    def initialize(path)
      @io = File.open(path, 'rb')
      start
    end

    # None by which the file could be known again.
    def inode
      nil
    end

    def read(offset, count)
      restart if offset < @offset
      skip(offset - @offset)
      data = @reader.read(count)
      @offset += data.bytesize if data
      data
    end

    def close
      finish
      @io.close
    end

    private

    def start
      @reader = Zlib::GzipReader.new(@io)
      @offset = 0
    end

    # By the open file: it may have been removed meanwhile.
    def restart
      finish
      @io.rewind
      start
    end

    def finish
      @reader.finish
    rescue Zlib::Error
      nil # It was not read to its end.
    end

    def skip(count)
      while count.positive?
        data = @reader.read([count, 65_536].min) or return
        @offset += data.bytesize
        count -= data.bytesize
      end
    end
  end
end
