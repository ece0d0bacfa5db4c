# frozen_string_literal: true

require 'fileutils'

module Efk
  # Empties the buffer of an aggregator that is about to go, before it is told to stop: takes nothing more, and waits
  # while chunks are sent. When nothing is sent for a while, Elasticsearch is away; then the rest stays on the volume.
  class BufferDrain
    # Time between two looks. In seconds.
    LOOK = 0.5

    # Time in which the last messages are taken: the input looks for the file every half second. In seconds.
    CLOSING = 2

    # +patience+ is longer than the longest pause between two attempts, 30 s and half as much by chance.
    def initialize(folder, closing_file, patience: 50, longest: 110)
      @chunks = File.join(folder, 'buffer', '**', '*.log')
      @closing_file = closing_file
      @patience = patience
      @longest = longest
    end

    # The block tells Fluentd to send what it has. Returns the number of chunks that are left.
    def run(&)
      FileUtils.touch(@closing_file)
      wait(now, &)
    end

    private

    def wait(started)
      sent_at = started
      left = nil
      until (count = chunks).zero? && now - started > CLOSING
        yield if count.positive?
        sent_at = now if left.nil? || count < left
        left = count
        return left if too_long?(started, sent_at)

        sleep LOOK
      end
      0
    end

    def too_long?(started, sent_at)
      now - sent_at > @patience || now - started > @longest
    end

    def chunks
      Dir.glob(@chunks).size
    end

    def now
      Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end
  end
end

if $PROGRAM_NAME == __FILE__
  left = Efk::BufferDrain.new('/var/lib/fluentd', '/tmp/closing').run { Process.kill(:USR1, 1) }
  puts "#{left} chunks are left on the volume"
end
