# frozen_string_literal: true

module Efk
  # Series of a metric, by their labels: so many at most, as they come. What comes when there is no room is counted with
  # others. A series of which nothing was heard for long goes, and makes room.
  class BoundedSeries
    OTHER = '_other'

    # +idle+ is the time without news after which a series goes, in seconds. The block gives the labels under which
    # those that have no room are counted.
    def initialize(metric, most, idle, &other)
      @metric = metric
      @most = most
      @idle = idle
      @other = other
      @heard = {}
    end

    # The labels, or those of all others.
    def of(labels, now)
      return @other.call(labels) unless @heard.key?(labels) || @heard.size < @most

      @heard[labels] = now
      labels
    end

    # Takes away what has gone, and yields its labels.
    def expire(now)
      gone = @heard.filter_map { |labels, at| labels if now - at > @idle }
      gone.each do |labels|
        @heard.delete(labels)
        @metric.remove(labels)
        yield labels if block_given?
      end
    end
  end
end
