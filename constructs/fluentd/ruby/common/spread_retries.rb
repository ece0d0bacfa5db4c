# frozen_string_literal: true

module Efk
  # Pauses of an output between its attempts, which every collector of a cluster makes for itself. Those of Fluentd are
  # an eighth longer or shorter by chance: of collectors that failed at the same time half come back within a second.
  module SpreadRetries
    # Share by which a pause may be longer or shorter; Fluentd takes no more.
    WIDTH = 0.5

    private

    # Called by Fluentd when the first attempt has failed.
    def retry_state_create(*, **)
      super(*, **, randomize_width: WIDTH)
    end

    # A pause of our own.
    def spread(seconds)
      seconds * (1 + (WIDTH * ((2 * rand) - 1)))
    end
  end
end
