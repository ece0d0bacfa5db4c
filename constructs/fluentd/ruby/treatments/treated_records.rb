# frozen_string_literal: true

require_relative '../common/metrics'

module Efk
  # Counts records to which a treatment has done something, by their route.
  class TreatedRecords
    # +more+ are labels beside the route and the treatment.
    def initialize(name, docstring, treatment, **more)
      @counter = Metrics.counter(name, docstring, [:route, :treatment, *more.keys])
      @labels = Hash.new { |labels, route| labels[route] = { route: route, treatment: treatment, **more } }
    end

    # The data set of a record is its route.
    def count(record)
      stream = record['data_stream']
      @counter.increment(labels: @labels[stream ? stream['dataset'] : ''])
    end
  end
end
