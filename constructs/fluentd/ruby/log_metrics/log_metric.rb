# frozen_string_literal: true

require_relative '../common/metrics'
require_relative '../treatments/conditions'
require_relative 'bounded_series'
require_relative 'log_labels'

module Efk
  # A metric that somebody has asked for: how many logs there were by what they say, or how long what they tell of took.
  class LogMetric
    CONFIG = proc do
      config_section :metric, multi: true, param_name: :metrics do
        desc 'Name; the metric is `logs_<name>_total`, or `logs_<name>_seconds` with buckets.'
        config_argument :name, :string
        desc 'Names of routes whose logs count; all when left out.'
        config_param :routes, :array, value_type: :string, default: nil
        desc 'Names of treatments whose logs count; all when left out.'
        config_param :treatments, :array, value_type: :string, default: nil
        desc 'Fields of the record, and what each must be for it to count.'
        config_param :where, :hash, default: nil
        desc 'Upper bounds of the buckets of a histogram of `event.duration`, in seconds.'
        config_param :buckets, :array, value_type: :float, default: nil
        desc 'Series at most; what further ones would count is counted together, as `_other`.'
        config_param :max_series, :integer
        instance_exec(&LogLabels::CONFIG)
      end
    end

    # What was not counted for so long has no series any more. In seconds.
    IDLE = 3600

    TEXT = 'Logs, as the configuration asks for.'

    # How many there were, and how long they took: a count for each bucket, and the sum.
    Spread = Struct.new(:counts, :seconds)

    # +section+ is that of the configuration.
    def initialize(section)
      @section = section
      @where = section.where && Conditions.new(section.where)
      @buckets = section.buckets
      @duration = Field.new('event.duration')
      @counts = {}
      labels = LogLabels.of(section)
      @values = labels.values
      @names = [:route, *labels.keys]
      @series = bounded(@metric = metric(section.name))
    end

    def of?(route)
      @section.routes.nil? || @section.routes.include?(route)
    end

    def count(route, events, _now)
      events.each { |time, record| add(route, record, time) }
    end

    # Publishes what was added.
    def refresh(now)
      @counts.each do |values, count|
        labels = @series.of(@names.zip(values).to_h, now)
        @buckets ? @metric.add(count.counts, count.seconds, labels) : @metric.increment(by: count, labels: labels)
      end
      @counts.clear
      @series.expire(now)
    end

    private

    # A record that has nothing for one of the labels does not count.
    def add(route, record, _time)
      return unless meant?(record)

      values = @values.map { |value| value.call(record) }
      return if values.include?(nil)

      values.unshift(route)
      @buckets ? observe(values, @duration.get(record)) : @counts[values] = (@counts[values] || 0) + 1
    end

    def metric(name)
      return Metrics.counter(:"logs_#{name}_total", TEXT, @names) unless @buckets

      Metrics.histogram(:"logs_#{name}_seconds", TEXT, @names, @buckets)
    end

    def bounded(metric)
      BoundedSeries.new(metric, @section.max_series, IDLE) { |labels| labels.transform_values { BoundedSeries::OTHER } }
    end

    def meant?(record)
      treatments = @section.treatments
      (treatments.nil? || treatments.include?(record['_treatment'])) && (@where.nil? || @where.fulfilled?(record))
    end

    # +duration+ is in nanoseconds.
    def observe(values, duration)
      return unless duration.is_a?(Numeric) && duration >= 0

      seconds = duration / 1e9
      spread = @counts[values] ||= Spread.new(Array.new(@buckets.size + 1, 0), 0.0)
      spread.counts[@buckets.bsearch_index { |bound| bound >= seconds } || @buckets.size] += 1
      spread.seconds += seconds
    end
  end
end
