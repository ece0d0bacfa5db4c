# frozen_string_literal: true

require 'fluent/test'
require 'fluent/test/driver/filter'
require_relative '../../../../../constructs/fluentd/ruby/filter_treatments'

# Feeds records of the treatment `web` to the filter.
module TreatmentDriver
  TIME = '2026-11-25T07:00:00.123456789Z'

  def setup
    Fluent::Test.setup
  end

  def driver(section)
    Fluent::Test::Driver::Filter.new(Fluent::Plugin::TreatmentsFilter).configure(<<~CONF)
      <treatment web>
        #{section}
      </treatment>
    CONF
  end

  def treat(driver, *records)
    driver.run(default_tag: 'kubernetes') { records.each { |record| driver.feed(record.dup) } }
    driver.filtered_records
  end

  def web(message, **fields)
    { '@timestamp' => TIME, 'message' => message, 'log' => { 'offset' => 0 }, '_treatment' => 'web',
      **fields.transform_keys(&:to_s) }
  end

  # How many records a metric of the treatment has counted, since the process began.
  def count(metric)
    Prometheus::Client.registry.get(metric).get(labels: { route: '', treatment: 'web' })
  end
end
