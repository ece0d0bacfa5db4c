# frozen_string_literal: true

require 'systemd/journal'
require_relative 'journal_record'

module Efk
  # Reads the journal of a node from where it was read to. A file of it that is damaged is left out by libsystemd.
  class JournalReader
    # What is read at a time: bytes of messages, and entries.
    BLOCK = 1 << 20
    ENTRIES = 1000

    # ENOENT: an entry does not have a field.
    NO_FIELD = 2
    # A message that is longer is cut, since it is read as a whole. In bytes.
    LONGEST = 16 << 20
    CUT = ['truncated'].freeze

    # +units+ are names of units, none for all; +kernel+ is whether what the kernel says is read with them. +since+ is
    # how old the entries may be of a journal that was never read before. In seconds.
    def initialize(path, record, units: [], kernel: false, since: 86_400)
      @path = path
      @record = record
      @conditions = units.empty? ? [] : conditions(units, kernel)
      @since = since
    end

    # Yields time and record of the next entries behind +cursor+, which may be nil; returns the cursor of the last one.
    def read(cursor, &)
      return cursor unless behind?(cursor)

      read_block(&)
      @at
    rescue Systemd::JournalError
      close
      raise
    end

    # It is opened again when it is read.
    def close
      @journal&.close
      @journal = nil
    end

    private

    def read_block
      bytes = 0
      ENTRIES.times do
        time, record = build(@at = @journal.cursor)
        yield time, record
        bytes += record['message'].bytesize
        break if bytes > BLOCK || !@journal.move_next
      end
    end

    # Whether there is an entry behind the cursor; then it is the one that is read next. What was read last may not have
    # been taken, or its entry may be gone from the journal: then the one behind it is the next.
    def behind?(cursor)
      refresh
      @journal.seek(cursor || (Time.now - @since))
      @journal.move_next && !(cursor && @journal.cursor?(cursor) && !@journal.move_next)
    end

    # Files that are there no more are let go.
    def refresh
      open if @journal.nil? || @journal.wait(0) == :invalidate
    end

    def open
      close
      @journal = Systemd::Journal.new(path: @path)
      @journal.data_threshold = LONGEST + 'MESSAGE='.bytesize
      @journal.filter(*@conditions)
    end

    # As `journalctl --unit` does: what a unit says, and what init says of it.
    def conditions(units, kernel)
      [{ _systemd_unit: units }, { unit: units, _pid: 1 }, *([{ _transport: 'kernel' }] if kernel)]
    end

    def build(cursor)
      time, record = @record.build(cursor, method(:field))
      record['log']['flags'] = CUT if record['message'].bytesize >= LONGEST
      [time, record]
    end

    def field(name)
      @journal.read_field(name)
    rescue Systemd::JournalError => e
      raise unless e.code == NO_FIELD
    end
  end
end
