# frozen_string_literal: true

require_relative 'event_record'
require_relative 'log_files'
require_relative 'runtime_line'
require_relative 'runtime_time'
require_relative '../joins/line_joins'

module Efk
  # The log of one run of a container: turns the lines of its files into records.
  class ContainerLog
    # What is read at a time, so that no container keeps the others waiting. In bytes.
    BLOCK = 128 * 1024

    # +tag+ is that of its events, +joins+ are LineJoins within bounds.
    def initialize(tag, files, record, joins, report)
      @tag = tag
      @files = files
      @record = record
      @report = report
      @line = RuntimeLine.new
      @clock = RuntimeTime.new
      @max_age = joins.max_age
      @joins = { 'stdout' => joins.stream, 'stderr' => joins.stream }
    end

    attr_reader :tag, :files

    # Reads the next block; yields time and record of the events that it completes, and of those that have waited for
    # long enough. While there is more to be read, here or in a file that is not known yet because the last one was
    # renamed meanwhile, it may continue what is held: that waits for as long as an event may. Returns whether there was
    # a block.
    def read(now, &)
      @now = now
      more = block?(&)
      flush(more || (due? && !@files.exhausted?) ? now - @max_age : now, &)
      more
    end

    # Yields everything that is held.
    def flush_all(&)
      @joins.each { |stream, join| join.flush_all { |line| yield_event(line, stream, &) } }
    end

    def held_bytes
      @joins.each_value.sum(&:held_bytes)
    end

    # Everything that was yielded is delivered: the position goes as far as the first line that is held.
    def commit
      @files.commit(@joins.each_value.flat_map(&:held))
    end

    # Nothing that was yielded since the last commit was delivered: it will be read again.
    def rewind
      @joins.each_value(&:clear)
      @files.rewind
    end

    private

    # Reads the next block; whether there was one.
    def block?(&)
      @file = @files.current or return false
      @file.each_line(BLOCK) { |buffer, from, to, offset| add(buffer, from, to, offset, &) } ||
        @files.finish(@file, @now) { |buffer, from, to, offset| add(buffer, from, to, offset, &) }
    rescue Zlib::Error => e
      give_up(e)
    rescue SystemCallError => e
      # It may have been compressed since it was listed; then it is there under another name next time.
      @report.unreadable(@file.path, e) unless e.is_a?(Errno::ENOENT)
      false
    end

    def due?
      @joins.each_value.any? { |join| join.due?(@now) }
    end

    def flush(till, &)
      @joins.each { |stream, join| join.flush(till) { |line| yield_event(line, stream, &) } }
    end

    # A line that we cannot handle harms no other.
    def add(buffer, from, to, offset, &)
      return yield_torn(buffer.byteslice(from...to), offset, &) unless @line.read?(buffer, from, to)

      join(offset, offset + to - from, &)
    rescue StandardError => e
      @report.failed(@file.path, e)
      yield_torn(buffer.byteslice(from...to), offset, &)
    end

    def join(from, to, &)
      stream = @line.stream
      line = LogLine.new(@line.time, @line.text, @file, from, to, 1, false)
      @joins[stream].add(line, @line.partial?, @now) { |event| yield_event(event, stream, &) }
    end

    def yield_event(line, stream, &)
      time = @clock.parse(line.time)
      return yield_torn(line.text, line.from, &) unless time

      @last_time = line.time
      yield time, @record.build(line, stream, time)
    end

    # Its time is that of the line before it, or that of reading.
    def yield_torn(text, offset)
      return if text.empty?

      time = @last_time || Time.now.utc.iso8601(9)
      line = LogLine.new(time, text.force_encoding(Encoding::UTF_8), @file, offset, offset + text.bytesize, 1, false)
      parsed = @clock.parse(time)
      yield parsed, @record.torn(line, parsed)
    end

    # A compressed file that is broken is read as far as it goes.
    def give_up(error)
      @report.unreadable(@file.path, error)
      @report.lost(@file.path, @file.unread_bytes)
      @file.read_out = true
    end
  end
end
