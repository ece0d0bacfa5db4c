# frozen_string_literal: true

require 'fileutils'
require 'json'

module Efk
  # How far an input has read, in a file that is replaced as a whole: a process that is killed leaves the old one or the
  # new one.
  class SavedPosition
    def initialize(path)
      @path = path
      FileUtils.mkdir_p(File.dirname(path))
    end

    # What was saved last, or nil. A file that is there and cannot be read is an error: nobody knows what was read then.
    def load
      JSON.parse(File.read(@path))
    rescue Errno::ENOENT, JSON::ParserError
      nil
    end

    def save(position)
      File.open("#{@path}.new", 'w', 0o600) do |file|
        file.write(JSON.generate(position))
        file.fsync
      end
      File.rename("#{@path}.new", @path)
    end
  end
end
