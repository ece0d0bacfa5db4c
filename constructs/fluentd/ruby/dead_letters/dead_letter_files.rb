# frozen_string_literal: true

require 'fileutils'

module Efk
  # The dead letters of a node: files of JSON lines in a folder that only their owner reads. The newest grows; the
  # oldest is removed when all of them are too large. They may vanish at any time, because they are sent again.
  class DeadLetterFiles
    FILES = '[0-9]*.jsonl*'
    # A file that is being sent; nothing is added to it.
    SENDING = '.sending'
    LOCK = 'lock'
    # Bytes that are written at once.
    BATCH = 64 * 1024

    # Sizes are bytes, of a file and of all files. The block gets the lines and bytes of a file that is removed.
    def initialize(folder, max_file_size:, max_size:, &removed)
      @folder = folder
      @max_file_size = max_file_size
      @max_size = max_size
      @removed = removed
    end

    # Appends lines, each with its end, and yields how many more are safe. Raises what the disk says when it takes no
    # more.
    def append(lines)
      DeadLetterFiles.locked(@folder) do
        sizes = list.to_h { |path| [path, File.size(path)] }
        DeadLetterFiles.batches(lines, [BATCH, @max_file_size].min).each do |batch|
          text = batch.join
          make_room(sizes, text.bytesize)
          write(newest(sizes, text.bytesize), text, sizes)
          yield batch.size
        end
      end
    end

    # The files, oldest first.
    def self.list(folder)
      Dir.glob(FILES, base: folder).sort_by(&:to_i).map { |name| File.join(folder, name) }
    end

    # Lines in groups that have this many bytes, or one line.
    def self.batches(lines, bytes)
      size = 0
      lines.slice_when do |line, following|
        size += line.bytesize
        full = size + following.bytesize > bytes
        size = 0 if full
        full
      end
    end

    # Keeps others from changing the folder: another thread, or the program that sends dead letters again.
    def self.locked(folder)
      FileUtils.mkdir_p(folder, mode: 0o700)
      File.open(File.join(folder, LOCK), File::RDWR | File::CREAT, 0o600) do |file|
        file.flock(File::LOCK_EX)
        yield
      end
    end

    private

    def list
      DeadLetterFiles.list(@folder)
    end

    def newest(sizes, bytes)
      path = sizes.keys.last
      return path if path && !path.end_with?(SENDING) && sizes[path] + bytes <= @max_file_size

      number = path ? File.basename(path).to_i + 1 : 1
      File.join(@folder, format('%08d.jsonl', number)).tap { |added| sizes[added] = 0 }
    end

    def make_room(sizes, bytes)
      while sizes.size > 1 && sizes.values.sum + bytes > @max_size
        path, size = sizes.shift
        @removed.call(File.foreach(path).count, size)
        File.delete(path)
      end
    end

    def write(path, text, sizes)
      File.open(path, File::WRONLY | File::APPEND | File::CREAT, 0o600) do |file|
        file.sync = true
        file.write(text)
        sizes[path] += text.bytesize
      rescue SystemCallError
        file.truncate(sizes[path]) # the half of a line would spoil the next one
        raise
      end
    end
  end
end
