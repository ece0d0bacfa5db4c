# frozen_string_literal: true

require_relative '../logs/log_source'

module Efk
  # Under which ids files were read before. An id is the number of the inode and the head of the first line, so a file
  # that was renamed has the same. One that was compressed has that of a file which is there no more; one that is a
  # copy, made before the original was cut in place, has that of the original. A plain file that is new gets no id of
  # one that is gone: many programs begin each of their files with the same line.
  class FileOrigins
    # A file as it is found; +bytes+ are those of its content.
    Found = Struct.new(:path, :ino, :key, :bytes, :mtime, keyword_init: true) do
      def id = "#{ino.to_s(16)} #{key}"
      def compressed? = LogSource.compressed?(path)
    end

    # +living+ are ids by inode, as they were told last.
    def initialize(found, positions, living)
      @found = found
      @positions = positions
      @living = living
      @inodes = found.to_h { |file| [file.ino.to_s(16), file] }
    end

    # The id of each.
    def ids
      @ids = @found.to_h { |file| [file, here(file)] }
      @found.each { |file| @ids[file] ||= left_by_another(file) || file.id }
      @ids
    end

    # Ids of files that are there no more.
    def left
      @positions.ids - @ids.values
    end

    private

    def here(file)
      id = @living[file.ino]
      id = file.id unless id&.end_with?(" #{file.key}")
      id if @positions[id]
    end

    # The one that was read furthest.
    def left_by_another(file)
      candidates = left.select { |id| id.end_with?(" #{file.key}") && @positions[id] <= file.bytes }
      candidates.select! { |id| cut?(id) } unless file.compressed?
      candidates.max_by { |id| @positions[id] }
    end

    # Whether the file that had the id is there and begins in another way.
    def cut?(id)
      file = @inodes[id.split.first]
      !file.nil? && file.id != id
    end
  end
end
