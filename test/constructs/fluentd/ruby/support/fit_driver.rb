# frozen_string_literal: true

require 'fluent/test'
require 'fluent/test/driver/filter'
require_relative '../../../../../constructs/fluentd/ruby/filter_elasticsearch_fit'

# Feeds records to the filter.
module FitDriver
  COUNTER = :fluentd_elasticsearch_fit_changed_records_total
  TIME = '2026-11-25T07:00:00.123456789Z'

  def setup
    Fluent::Test.setup
    @driver = Fluent::Test::Driver::Filter.new(Fluent::Plugin::ElasticsearchFitFilter).configure('')
  end

  def fit_all(records, time: Fluent::EventTime.now)
    @driver.run(default_tag: 'kubernetes') { records.each { |record| @driver.feed(time, record) } }
    @driver.filtered_records.last(records.size)
  end

  def fit(message, **fields)
    fit_all([{ '@timestamp' => TIME, 'message' => message }.merge(fields.transform_keys(&:to_s))]).first
  end

  # How many records were changed for +reason+, since the process began.
  def count(reason)
    Prometheus::Client.registry.get(COUNTER).get(labels: { reason: reason })
  end

  # Why a record is marked.
  def why(record)
    record.dig('error', 'message')
  end
end
