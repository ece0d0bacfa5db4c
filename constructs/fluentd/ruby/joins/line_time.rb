# frozen_string_literal: true

module Efk
  # Seconds between two lines by the times that the runtime wrote. When lines are read again, these are the same, unlike
  # the times of reading, so that the same lines make the same events.
  module LineTime
    module_function

    # Never negative, since clocks may be set back; 0 if a time cannot be read.
    def between(earlier, later)
      return 0.0 if earlier.byteslice(0, 19) == later.byteslice(0, 19)

      [seconds(later) - seconds(earlier), 0.0].max
    rescue ArgumentError, TypeError
      0.0
    end

    # The offset is that of the node, which is the same for both.
    def seconds(time)
      Time.utc(time[0, 4], time[5, 2], time[8, 2], time[11, 2], time[14, 2], 0).to_i + time[17..].to_f
    end
  end
end
