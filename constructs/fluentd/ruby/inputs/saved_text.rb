# frozen_string_literal: true

require 'fileutils'

module Efk
  # A text in a file that outlives the process: the old one or the new one, whenever the process ends.
  class SavedText
    def initialize(path)
      @path = path
      FileUtils.mkdir_p(File.dirname(path))
    end

    # Nil if there is none, or none that is whole.
    def read
      text = File.read(@path, encoding: Encoding::UTF_8)
      text.chomp if text.end_with?("\n")
    rescue SystemCallError
      nil
    end

    def write(text)
      File.write("#{@path}.new", "#{text}\n")
      File.rename("#{@path}.new", @path)
    end
  end
end
