# frozen_string_literal: true

require_relative 'log_file'

module Efk
  # The names that are in the folder of a container's log, and of which file each of them is.
  class FileNames
    # The block gives the file at a path, which may have had another name; nil while its first line is not complete.
    def initialize(folder, report, &find)
      @folder = folder
      @report = report
      @find = find
      @files = {}
    end

    # Takes the names that are there, from the name before compression to the name now; +active+ is the one to which the
    # runtime writes, if there is one. Yields each file that has one, and whether it is the active one.
    def update(names, active, &)
      @active = active
      @files.delete_if { |name, _| !names.key?(name) }
      names.each { |name, stored| identify(name, File.join(@folder, stored), &) }
    end

    # Whether +file+ has a name.
    def any?(file)
      @files.value?(file)
    end

    # Whether +file+ is the one to which the runtime writes, as far as is known.
    def active?(file)
      file.equal?(active)
    end

    # Whether the runtime has not begun to write to another file than the active one, or to the same one from its
    # beginning, since the last update. One look at it.
    def current?
      return false unless @active

      stat = File.stat(File.join(@folder, @active))
      active ? !active.replaced?(stat) && !active.cut?(stat) : stat.zero?
    rescue SystemCallError
      false
    end

    private

    def active
      @files[@active]
    end

    def identify(name, path)
      file = @files[name] = kept(name, path) || @find.call(path) or return
      file.path = path
      yield file, name == @active
    rescue SystemCallError, Zlib::Error => e
      # It may have been renamed since it was listed; then it is there under another name next time. A link that leads
      # nowhere stays: Docker's files are behind links, into a folder that must be mounted.
      @report.unreadable(path, e) unless e.is_a?(Errno::ENOENT) && !File.symlink?(path)
    end

    # The file that had +name+, if it still has it. Only the name of the active file is given to another one.
    def kept(name, path)
      file = @files[name]
      # A compressed file does not grow any more.
      return file if file.nil? || (file.path == path && LogSource.compressed?(path))
      return if name == @active && another?(file, File.stat(path))

      file.tap { file.grow_to(LogSource.size(path)) }
    end

    def another?(file, stat)
      return true if file.replaced?(stat)
      return false unless file.cut?(stat)

      file.abandon
      true
    end
  end
end
