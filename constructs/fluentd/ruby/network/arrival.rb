# frozen_string_literal: true

require 'securerandom'

module Efk
  # What an event gets that has no identity of its own, once, when it arrives: a number that is larger than that of any
  # event before it, also after a restart, so that it says the order of events of one time; and an id.
  class Arrival
    def initialize
      @instance = SecureRandom.hex(7)
      @mutex = Mutex.new
      @last = 0
    end

    # The time in nanoseconds, or one more than the last number.
    def number
      @mutex.synchronize do
        @last = [Process.clock_gettime(Process::CLOCK_REALTIME, :nanosecond), @last + 1].max
      end
    end

    def id(number)
      "#{@instance}-#{number.to_s(36)}"
    end
  end
end
