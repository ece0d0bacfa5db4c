# frozen_string_literal: true

require 'json'

module Efk
  # Reads the rows of a table in the order of a key that grows, block by block. Rows of a transaction that is committed
  # late have a smaller key than rows that are there already, so what is younger than a while is read again and again:
  # the position is the key that was the largest that long ago, and what was taken since is remembered.
  class SqlRows
    # Rows of a block at first and at most, and what a block should have at most. In bytes.
    FIRST = 64
    BLOCK = 1000
    BYTES = 8 << 20

    # Keys that are remembered.
    MOST = 200_000

    # +client+ returns rows behind a key. +settle+ is how long a transaction may take. In seconds.
    def initialize(client, settle, clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) })
      @client = client
      @limit = FIRST
      @settle = settle
      @clock = clock
      @taken = {}
      @largest = []
    end

    # Yields blocks of rows, each [key, time, JSON of the row], that were not yielded before. Returns the position from
    # which to go on after a restart, or nil; +position+ is the last one.
    def read_from(position, &)
      after = position
      loop do
        limit = @limit
        rows = @client.rows(after, limit)
        after = rows.last&.first || after
        take(rows, &)
        return forget(after) if @taken.size >= MOST
        break if rows.size < limit
      end
      settled(after)
    end

    private

    def take(rows)
      @limit = limit_after(rows.sum { |row| row.last.bytesize })
      fresh = rows.reject { |key, *| @taken.key?(key) }
      return if fresh.empty?

      yield fresh
      fresh.each { |row| @taken[row.first] = @clock.call }
    end

    # Rows of the next block, by the bytes of the last one.
    def limit_after(bytes)
      return [@limit * BYTES / bytes, 1].max if bytes > BYTES

      bytes * 2 > BYTES ? @limit : [@limit * 2, BLOCK].min
    end

    # Of a backlog nobody waits for late rows.
    def forget(after)
      @taken.clear
      @largest.clear
      after
    end

    # The largest key that there was before the longest transaction that may be open.
    def settled(largest)
      now = @clock.call
      @largest << [now, largest] if largest
      old = @largest.take_while { |at, _| at <= now - @settle }
      @largest.shift(old.size - 1) if old.size > 1
      @taken.delete_if { |_, at| at <= now - (3 * @settle) }
      old.last&.last
    end
  end
end
