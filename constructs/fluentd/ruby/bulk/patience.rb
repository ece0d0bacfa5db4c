# frozen_string_literal: true

module Efk
  # How long it is worth waiting for what is refused for a while: as long as it gets less, and a few times more. A chunk
  # that goes back to the buffer is sent as a whole again; with a third of all documents refused, that would never end.
  class Patience
    # What is left of what was refused the last time, at most, after an attempt with success.
    SUCCESS = 0.9

    # +pauses+ are the seconds before the attempts that follow a success, and one without success after the other. The
    # block waits that long and returns whether to go on.
    def initialize(pauses, &wait)
      @pauses = pauses
      @wait = wait
      @least = Float::INFINITY
    end

    # Waits before +number+ documents are sent again; false if that is not worth it.
    def again?(number)
      @failures = number <= @least * SUCCESS ? 0 : @failures + 1
      @least = [@least, number].min
      pause = @pauses[@failures]
      !pause.nil? && @wait.call(pause)
    end
  end
end
