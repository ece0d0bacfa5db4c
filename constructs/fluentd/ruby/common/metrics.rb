# frozen_string_literal: true

require_relative 'series'

module Efk
  # Metrics of our plugins, in the registry that fluent-plugin-prometheus exposes. A metric that is there already is
  # returned: the registry refuses a second one of the same name, and two instances of a plugin count into one.
  module Metrics
    module_function

    def counter(name, docstring, labels = [])
      registry.get(name) || registry.register(Series::Counter.new(name, docstring: docstring, labels: labels))
    end

    def gauge(name, docstring, labels = [])
      registry.get(name) || registry.register(Series::Gauge.new(name, docstring: docstring, labels: labels))
    end

    def histogram(name, docstring, labels, buckets)
      registry.get(name) ||
        registry.register(Series::Histogram.new(name, docstring: docstring, labels: labels, buckets: buckets))
    end

    def registry
      Prometheus::Client.registry
    end
  end
end
