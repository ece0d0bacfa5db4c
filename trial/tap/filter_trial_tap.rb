# frozen_string_literal: true

require 'json'
require 'fluent/event'
require 'fluent/plugin/filter'
require 'prometheus/client'

module Fluent
  module Plugin
    # Writes down every record that passes, and what the directive behind it counts while it has the record: so that it
    # is known what each of them changed, and why. Records stay the objects that they are.
    class TrialTapFilter < Filter
      Fluent::Plugin.register_filter('trial_tap', self)

      desc 'File to which a line is appended for each record.'
      config_param :path, :string
      desc 'Place of the directive behind it, in the order of the way.'
      config_param :place, :integer
      desc 'Type of the directive behind it.'
      config_param :before, :string

      desc 'Whether the directive behind it looks at no record, so that they are written down at once.'
      config_param :last, :bool, default: false

      # Passes its records on one by one; the block is called with each, and calls what comes next.
      class Watched < Fluent::MultiEventStream
        def initialize(times, records, &watch)
          super(times, records)
          @watch = watch
        end

        def each(unpacker: nil)
          super { |time, record| @watch.call(record) { yield time, record } }
        end
      end

      # Text in which what is not UTF-8 can be seen, of values of any kind.
      module Shown
        DEEPEST = 90

        module_function

        def of(value, depth = 0)
          return nested(value, depth) if value.is_a?(Hash) || value.is_a?(Array)
          return text(value) if value.is_a?(String)

          [nil, true, false].include?(value) || number?(value) ? value : value.to_s
        end

        def nested(value, depth)
          return '...' if depth > DEEPEST
          return value.map { |one| of(one, depth + 1) } if value.is_a?(Array)

          value.to_h { |key, one| [text(key.to_s), of(one, depth + 1)] }
        end

        # Whether those who read it get the same number.
        def number?(value)
          value.is_a?(Integer) ? value.abs <= 2**53 : value.is_a?(Float) && value.finite?
        end

        def text(value)
          value.dup.force_encoding(Encoding::UTF_8).scrub { |bytes| bytes.bytes.map { |byte| format('\\x%02X', byte) }.join }
        end
      end

      def filter_stream(_tag, events)
        times = []
        records = []
        events.each do |time, record|
          times << time
          records << record
        end
        watched = Watched.new(times, records) { |record, &pass| watch(record, &pass) }
        watched.each { nil } if @last
        watched
      end

      private

      # The record as it is before the directive, which may change the object itself.
      def watch(record)
        shown = Shown.of(record)
        before = counts
        yield
      ensure
        File.write(@path, "#{JSON.generate(line(shown, before))}\n", mode: 'a')
      end

      def line(shown, before)
        counted = counts.reject { |key, count| before[key] == count }.keys
        { place: @place, record: shown, counted: counted.map { |name, labels| { metric: name, labels: labels } } }
      end

      # What the directive has counted so far, by metric and labels.
      def counts
        metrics = Prometheus::Client.registry.metrics.select { |metric| metric.name.start_with?("fluentd_#{@before}_") }
        metrics.flat_map { |metric| metric.values.map { |labels, count| [[metric.name, labels], count] } }.to_h
      end
    end
  end
end
