# frozen_string_literal: true

require_relative 'file_search'

module Efk
  # Log files, plain and compressed, each of which is read where it was left: also under another name, copied or
  # compressed.
  class NodeFiles
    # Programs go on writing to a file that was renamed, until they are told. In seconds.
    GRACE = 5

    # What was not written to for so long is not kept open. In seconds.
    IDLE = 3600

    # A line of more than +longest+ bytes comes in pieces.
    def initialize(search, positions, report, longest)
      @search = search
      @positions = positions
      @report = report
      @longest = longest
      @files = {}
      @living = {}
      @gone = {}
    end

    # Looks for new, renamed and removed files.
    def refresh(now)
      origins = FileOrigins.new(@search.found, @positions, @living)
      ids = origins.ids
      @living = ids.to_h { |found, id| [found.ino, id] }
      ids.each { |found, id| update(found, id) }
      leave(@files.keys - ids.values, now)
      forget_ended(now)
      forget_vanished(origins.left) unless @refreshed
      @refreshed = true
    end

    # Files of which there may be something to be read.
    def all
      @files.values.reject { |file| file.read_out || (@gone.key?(file.id) && !file.open?) }
    end

    # Whether nothing more comes behind what was read of +file+ to its end.
    def complete?(file, now)
      LogSource.compressed?(file.path) || (@gone.key?(file.id) && now - @gone[file.id] >= GRACE)
    end

    def close
      @files.each_value(&:close)
      @positions.close
    end

    private

    def update(found, id)
      drop(id) if cut?(found, id)
      file = @files[id] ||= add(id, found.path)
      move(file, found) if file.path != found.path
      file.grow_to(found.bytes)
      keep_open(file, found)
    rescue SystemCallError => e
      @report.unreadable(found.path, e) unless e.is_a?(Errno::ENOENT)
    end

    # What is open is the file still, if it was only renamed.
    def move(file, found)
      file.close if file.replaced?(found)
      file.path = found.path
    end

    # Whether it was cut in place, and begins as it did.
    def cut?(found, id)
      position = @positions[id]
      position && position > found.bytes && !found.compressed?
    end

    def drop(id)
      file = @files.delete(id)
      return @positions.delete(id) unless file

      file.abandon
      forget(file)
    end

    def add(id, path)
      @positions.save(id, 0) unless @positions[id]
      LogFile.new(*id.split, path, @positions, longest: @longest)
    end

    # A file that is open can be read to its end when it is removed.
    def keep_open(file, found)
      return if file.delivered?

      file.idle? && Time.now - found.mtime > IDLE ? file.close : file.open
    end

    def leave(ids, now)
      ids.each { |id| @files[id].abandon if begun_again?(id) }
      @gone = ids.to_h { |id| [id, @gone[id] || now] }
    end

    def forget_ended(now)
      ended = @gone.keys.select { |id| now - @gone[id] >= GRACE && ended?(@files[id]) }
      ended.each { |id| forget(@files.delete(id)) }
      @gone = @gone.except(*ended)
    end

    # Whether it was cut in place: what is open is another file then.
    def begun_again?(id)
      @living.key?(id.split.first.hex)
    end

    # Whether nothing more can be read of what has no name any more.
    def ended?(file)
      !file.open? || file.delivered?
    end

    def forget(file)
      @report.lost(file.path, file.unread_bytes) if file.unread_bytes.positive?
      file.forget
    end

    # Files that have gone while nobody read, and were not found under another name.
    def forget_vanished(ids)
      (ids - @files.keys).each do |id|
        @report.vanished(id)
        @positions.delete(id)
      end
    end
  end
end
