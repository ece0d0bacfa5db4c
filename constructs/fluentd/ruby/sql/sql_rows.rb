# frozen_string_literal: true

require 'json'

module Efk
  # Reads the rows of a table in the order of a key that grows, block by block. Rows of a transaction that is committed
  # late have a smaller key than rows that are there already, so what is younger than a while is read again and again:
  # the position is the key that was the largest that long ago, and what was taken since is remembered.
  class SqlRows
    # Rows of a block.
    BLOCK = 1000

    # Keys that are remembered.
    MOST = 200_000

    # +client+ runs a statement with parameters and returns rows as arrays of texts; +names+ has quoted `table`, `key`
    # and `time`, which may be nil. +settle+ is how long a transaction may take. In seconds.
    def initialize(client, names, settle, clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) })
      @client = client
      @names = names
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
        rows = @client.rows(@names, after, BLOCK)
        after = rows.last&.first || after
        take(rows, &)
        return forget(after) if @taken.size >= MOST
        break if rows.size < BLOCK
      end
      settled(after)
    end

    private

    def take(rows)
      fresh = rows.reject { |key, *| @taken.key?(key) }
      return if fresh.empty?

      yield fresh
      fresh.each { |row| @taken[row.first] = @clock.call }
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
