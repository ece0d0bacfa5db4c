# frozen_string_literal: true

require_relative 'support/bulk_output_case'

class ElasticsearchBulkOutputTest < BulkOutputCase
  def documents
    @server.requests.fetch(0).documents
  end

  test 'events of a tag are the body of a request to their data stream' do
    run_with(record, record('_id' => 'a2', 'message' => "x\ny"), driver: driver('data_stream logs-${tag}-prod'))

    request = @server.requests.fetch(0)
    assert_match(%r{\A/logs-shop-prod/_bulk\?}, request.path)
    assert_equal(<<~'LINES', request.body)
      {"create":{"_id":"a1"}}
      {"@timestamp":"2026-11-25T07:00:00.123456789Z","message":"served"}
      {"create":{"_id":"a2"}}
      {"@timestamp":"2026-11-25T07:00:00.123456789Z","message":"x\ny"}
    LINES
  end

  test 'a record that cannot be written does not keep the others of its batch away' do
    driver = run_with(record('json' => { 'n' => Float::NAN }), record('_id' => 'a2'))

    kinds = documents.to_h { |document| [document['_id'], document.dig('event', 'kind')] }
    assert_equal({ 'a1' => 'pipeline_error', 'a2' => nil }, kinds)
    assert_empty(driver.error_events)
  end

  test 'what is no record at all is an error of its own' do
    driver = run_with(BasicObject.new, record)

    assert_equal(['a1'], documents.map { |document| document['_id'] })
    assert_equal(1, driver.error_events.size)
  end

  test 'an event without a time of its own has that of Fluentd' do
    time = Fluent::EventTime.new(Time.utc(2026, 11, 25, 7).to_i, 5)
    lines = driver.instance.format('shop', time, { 'message' => 'm' })

    assert_match(/"@timestamp":"2026-11-25T07:00:00.000000005Z"/, lines)
  end

  test 'an event that no chunk can hold is stored in another form' do
    driver = run_with(record('message' => "\u0001" * 60_000), driver: self.driver('', 'chunk_limit_size 64k'))

    assert_equal([4096, ['truncated']], documents.map { |one| [one['message'].size, one['log']['flags']] }.fetch(0))
    assert_empty(driver.error_events)
  end

  test 'the log has neither content nor password' do
    @server.answer { |request| items(*request.documents.map { refused(400) }) }
    driver = run_with(record, record('_id' => 'a2'))

    assert_equal(1, driver.logs.grep(/Elasticsearch refuses documents .*document_parsing_exception/).size)
    assert_empty(driver.logs.grep(/content|geheim/))
  end

  test 'settings that cannot work are refused' do
    assert_raise(Fluent::ConfigError.new('compatible_with must be 8 or 9')) { driver('compatible_with 7') }
    assert_raise_message(/chunk key 'tag' is not configured/) { driver(key: '') }
  end

  test 'it works with several workers' do
    assert_true(Fluent::Plugin::ElasticsearchBulkOutput.new.multi_workers_ready?)
  end
end
