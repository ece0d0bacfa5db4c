# frozen_string_literal: true

require 'prometheus/client'

module Efk
  # Metrics whose series go when what they are about is gone. Those of the client stay until the process ends
  # (fluent/fluent-plugin-prometheus#189), so that a node on which pods come and go has more and more of them.
  module Series
    # Values by labels, as the client's own store keeps them, but that they can be removed.
    class Store
      def initialize
        @values = Hash.new(0.0)
        @lock = Monitor.new
      end

      def synchronize(&) = @lock.synchronize(&)

      def set(labels:, val:)
        synchronize { @values[labels] = val.to_f }
      end

      def increment(labels:, by: 1)
        synchronize { @values[labels] += by }
      end

      def get(labels:)
        synchronize { @values[labels] }
      end

      def all_values
        synchronize { @values.dup }
      end

      def remove(labels)
        synchronize { @values.delete(labels) }
      end

      def replace(values)
        synchronize { @values.replace(values) }
      end
    end

    # For every kind of metric.
    module Removable
      def initialize(*, **)
        super
        replace_internal_store(Store.new)
        init_label_set({}) if labels.empty?
      end

      # Takes a series away.
      def remove(labels)
        @store.remove(label_set_for(labels))
      end
    end

    # A number that grows.
    class Counter < Prometheus::Client::Counter
      include Removable
    end

    # A number that changes.
    class Gauge < Prometheus::Client::Gauge
      include Removable

      # Takes values by labels: there are these series, and no other.
      def show(values)
        @store.replace(values.to_h { |labels, value| [label_set_for(labels), value.to_f] })
      end
    end

    # How numbers are spread.
    class Histogram < Prometheus::Client::Histogram
      include Removable

      # Adds what was counted elsewhere: as many observations in each bucket, and in the one behind the last; their sum.
      def add(counts, sum, labels)
        set = label_set_for(labels)
        @store.synchronize do
          counts.zip([*buckets, '+Inf']) do |count, bucket|
            @store.increment(labels: set.merge(le: bucket.to_s), by: count) if count.positive?
          end
          @store.increment(labels: set.merge(le: 'sum'), by: sum)
        end
      end

      def remove(labels)
        set = label_set_for(labels)
        [*buckets, '+Inf', 'sum'].each { |bucket| @store.remove(set.merge(le: bucket.to_s)) }
      end
    end
  end
end
