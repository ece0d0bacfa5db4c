# frozen_string_literal: true

require_relative 'file_names'
require_relative 'log_file'

module Efk
  # The files of one run of a container, in the order in which they were written: those that the kubelet has rotated,
  # then the active one, which the runtime writes.
  class LogFiles
    # The runtime may still end a write in a file that was just rotated. In seconds.
    GRACE = 1

    # +key+ is that of the log; +report+ hears of files that were gone before they were read.
    def initialize(folder, key, positions, report)
      @key = key
      @positions = positions
      @report = report
      @files = []
      @names = FileNames.new(folder, report) { |path| find(path) }
    end

    # Takes the names of the files that are there, the oldest first: from the name before compression to the name now.
    # The last one is the active file, if +active+.
    def update(names, active:)
      @names.update(names, active ? names.keys.last : nil) { |file, active| place(file, active) }
      @files.reject! { |file| gone?(file) }
    end

    # The container and its files are no more; what is open can be read to its end.
    def remove
      @removed = true
      update({}, active: false)
    end

    # The file from which to read, or nil.
    def current
      @files.find { |file| !file.read_out }
    end

    # At the end of +file+: when nothing more can come, yields what stands behind its last line break and turns to the
    # next one. Returns whether it did.
    def finish(file, now, &)
      return false unless complete?(file)

      @ended = [file, now] unless @ended&.first.equal?(file)
      return false if now - @ended.last < GRACE

      file.each_rest(&)
      file.read_out = true
    end

    # At the end of the current file: whether everything that was written has been read. Otherwise there is more in this
    # file or another one, which may not be known yet.
    def exhausted?
      file = current
      return file.nil? if @removed

      (file.nil? || !complete?(file)) && @names.current?
    end

    # Everything that was read is delivered, but for the lines that are +held+: no position passes the first of them.
    def commit(held)
      @files.each do |file|
        first = held.filter_map { |line| line.from if line.file.equal?(file) }.min
        break file.commit(first) if first

        file.commit
      end
    end

    def rewind
      @ended = nil
      @files.each(&:rewind)
    end

    # What has not been delivered. In bytes.
    def lag
      @files.sum(&:lag)
    end

    # Under these the positions are saved.
    def ids
      @files.map(&:id)
    end

    def done?
      @removed && @files.empty?
    end

    def close
      @files.each(&:close)
    end

    # Nobody reads them.
    def forget
      @files.each(&:forget)
    end

    private

    def find(path)
      source = LogSource.open(path)
      key = LogFile.key(source) or return
      known = @files.find { |file| file.key == key } or return add(key, path)
      known.tap { |file| file.grow_to(LogSource.size(path)) }
    ensure
      source&.close
    end

    def add(key, path)
      LogFile.new(@key, key, path, @positions).tap { |file| @files << file }
    end

    # The active file is known again by its inode. Others are not kept from being removed: the node needs its disk.
    def place(file, active)
      return file.open if active

      file.close if file.idle? && !file.equal?(current)
    end

    # Whether nothing more will be written to +file+: the runtime writes another one, or none.
    def complete?(file)
      @removed || !(file.equal?(@files.last) || @names.active?(file))
    end

    # Whether +file+ has no name any more and there is nothing to be read from it.
    def gone?(file)
      return false if @names.any?(file) || (file.open? && !file.delivered?)

      @report.lost(file.path, file.unread_bytes) if file.unread_bytes.positive?
      file.forget
      true
    end
  end
end
