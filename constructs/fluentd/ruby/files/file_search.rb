# frozen_string_literal: true

require_relative '../logs/log_file'
require_relative 'file_origins'

module Efk
  # Finds the files that patterns of paths mean, and those that were compressed.
  class FileSearch
    # Compressed in a way that is not read.
    OTHERS = /\.(?:bz2|xz|zst|zip)\z/

    def initialize(patterns, report)
      @patterns = patterns.flat_map { |pattern| [pattern, "#{pattern}.gz"] }
      @report = report
      @seen = {}
    end

    # The oldest first. What is being compressed is read under its plain name; what has no complete line is left out.
    def found
      paths = Dir.glob(@patterns).uniq.grep_v(OTHERS)
      @seen = (paths - paths.map { |path| "#{path}.gz" }).filter_map { |path| look(path) }.to_h
      @seen.values.sort_by(&:mtime)
    end

    private

    # The head of a file is read when it has changed.
    def look(path)
      stat = File.stat(path)
      state = [path, stat.ino, stat.size, stat.mtime]
      found = @seen[state] || (found_at(path, stat) if stat.file?)
      [state, found] if found
    rescue SystemCallError, Zlib::Error => e
      @report.unreadable(path, e) unless e.is_a?(Errno::ENOENT)
      nil
    end

    def found_at(path, stat)
      source = LogSource.open(path)
      key = LogFile.key(source) or return
      FileOrigins::Found.new(path: path, ino: stat.ino, key: key, bytes: LogSource.size(path), mtime: stat.mtime)
    ensure
      source&.close
    end
  end
end
