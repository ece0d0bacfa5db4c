# frozen_string_literal: true

require 'fileutils'

module Efk
  # The positions of log files on disk: one line each, `<16 hexadecimal digits> <id>`. A position is changed in place by
  # one write of 16 bytes, so that a process that is killed leaves the old one or the new one.
  class Positions
    # Added to the position of a file that was delivered to its end.
    DELIVERED = 1 << 62

    # Stands in the place of a position whose file is gone.
    GONE = 'f' * 16
    LINE = /\A([0-9a-f]{16}) (\S.*)\n\z/n

    def initialize(path)
      @path = path
      FileUtils.mkdir_p(File.dirname(path))
      @saved = read
      rewrite
    end

    # The saved position of +id+, or nil.
    def [](id)
      @saved[id]&.%(DELIVERED)
    end

    def delivered?(id)
      (@saved[id] || 0) >= DELIVERED
    end

    def ids
      @saved.keys
    end

    def save(id, position, delivered: false)
      position += DELIVERED if delivered
      return if @saved[id] == position

      @saved[id] = position
      @places.key?(id) ? @io.pwrite(digits(position), @places[id]) : append(id, position)
    end

    def delete(id)
      return unless @saved.delete(id)

      @io.pwrite(GONE, @places.delete(id))
      @gone += 1
      rewrite if @gone > 1000 && @gone > @saved.size
    end

    def close
      @io.close
    end

    private

    def digits(position)
      format('%016x', position)
    end

    def append(id, position)
      @places[id] = @end
      line = "#{digits(position)} #{id}\n"
      @io.pwrite(line, @end)
      @end += line.bytesize
    end

    # A torn last line is left out: its file is read again from its beginning, and nothing is stored twice.
    def read
      return {} unless File.exist?(@path)

      lines = File.foreach(@path, mode: 'rb').filter_map { |line| LINE.match(line)&.captures }
      lines.reject { |digits, _| digits == GONE }.to_h { |digits, id| [id.force_encoding(Encoding::UTF_8), digits.hex] }
    end

    # Leaves out what is gone; the new file takes the place of the old one at once.
    def rewrite
      @io&.close
      @places = {}
      @end = @gone = 0
      @io = File.open("#{@path}.new", 'wb', 0o600)
      @saved.each { |id, position| append(id, position) }
      @io.fsync
      File.rename("#{@path}.new", @path)
    end
  end
end
