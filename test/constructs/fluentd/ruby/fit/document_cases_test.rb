# frozen_string_literal: true

require 'test/unit'
require_relative '../support/document_cases'
require_relative '../support/elasticsearch_limits'
require_relative '../support/fit_driver'

# What lines of applications become.
class DocumentCasesTest < Test::Unit::TestCase
  include FitDriver

  DocumentCases.all.each do |given|
    test given.name do
      records = fit_all(given.lines.map { |line| { '@timestamp' => line.time, 'message' => line.bytes } })

      given.lines.zip(given.documents, records) do |line, document, record|
        assert_equal(document['message'] || line.bytes, record['message'])
        assert_equal(document['json'] == true ? JSON.parse(line.bytes) : document['json'], record['json'])
        assert_equal(document['promoted'] || {}, promoted(record))
        assert_equal(document['marked'], (why(record) if marked?(record)))
        assert_equal(document['marked'] ? 'pipeline_error' : nil, record.dig('event', 'kind'))
        assert_time(document['@timestamp'] || line.time, record['@timestamp'])
        assert_empty(ElasticsearchLimits.mistakes(JSON.generate(record)))
      end
    end
  end

  def marked?(record)
    record.dig('event', 'kind') == 'pipeline_error'
  end

  # What is not the collector's own.
  def promoted(record)
    fields = record.except('@timestamp', 'message', 'json')
    return fields unless marked?(record)

    event = fields['event'].except('kind')
    fields.except('event', 'error').merge(event.empty? ? {} : { 'event' => event })
  end

  def assert_time(expected, actual)
    return assert_equal(expected, actual) unless expected == 'now'

    assert_in_delta(Time.now.to_f, Time.iso8601(actual).to_f, 60)
  end
end
