# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'common/compiler'
require_relative 'common/failures'
require_relative 'common/metrics'
require_relative 'fit/record_fit'

module Fluent
  module Plugin
    # Parses messages that are JSON and fits every record to what Elasticsearch can store, so that none is refused. A
    # record that cannot be fitted fails alone: it is passed on as text. Nothing of its content gets into Fluentd's log.
    class ElasticsearchFitFilter < Filter
      Fluent::Plugin.register_filter('elasticsearch_fit', self)

      desc 'Whether well-known fields of JSON are moved into the typed fields of the Elastic Common Schema'
      config_param :promote, :bool, default: true

      def configure(conf)
        super
        changed = Efk::Metrics.counter(:fluentd_elasticsearch_fit_changed_records_total,
                                       'Records that were changed so that Elasticsearch can store them', [:reason])
        Efk::RecordFit::REASONS.each { |reason| changed.init_label_set(reason: reason) }
        @fit = Efk::RecordFit.new(promotes: @promote) { |reason| changed.increment(labels: { reason: reason }) }
        @told = {}
      end

      def start
        super
        Efk::Compiler.start
      end

      # Not `filter`: called for each record by Fluentd it costs as much again as what it does (measured).
      def filter_stream(_tag, events)
        fitted = MultiEventStream.new
        events.each { |time, record| fitted.add(time, fit(record, time)) }
        fitted
      end

      private

      def fit(record, time)
        @fit.fit(record, time)
      rescue *Efk::FAILURES => e
        tell(e)
        @fit.text(record, time)
      end

      # Once for each kind: a mistake in every line must not fill the log.
      def tell(error)
        return if @told.key?(error.class)

        @told[error.class] = true
        log.error 'a record could not be fitted and was passed on as text', error: error.class,
                                                                            at: error.backtrace&.first
      end
    end
  end
end
