# frozen_string_literal: true

require_relative 'support/bulk_output_case'

class ElasticsearchBulkOutputWriteTest < BulkOutputCase
  setup do
    @driver = driver
    @plugin = @driver.instance
    @plugin.define_singleton_method(:pauses) { [0, 0] }
    @driver.instance_start
  end

  teardown { @driver.instance_shutdown }

  def write(*records)
    chunk = Fluent::Plugin::Buffer::MemoryChunk.new(@plugin.buffer.metadata(tag: 'shop'))
    chunk.append(records.map { |record| @plugin.format('shop', event_time, record) })
    chunk.commit
    @plugin.write(chunk)
  end

  def ids
    @server.requests.map { |request| request.documents.map { |document| document['_id'] } }
  end

  # Answers requests in turn.
  def answers(*answers)
    @server.answer { answers.size > 1 ? answers.shift : answers.first }
  end

  def counted
    counter = Efk::Metrics.registry.get(:fluentd_elasticsearch_bulk_documents_total)
    before = counter.values
    yield
    counter.values.filter_map do |labels, n|
      [labels[:result], (n - before.fetch(labels, 0)).to_i] if n != before[labels]
    end.to_h
  end

  test 'what becomes of documents is counted' do
    answers(items({ 'status' => 201 }, refused(409), refused(400)), :stored)

    assert_equal({ 'stored' => 1, 'already_stored' => 1, 'other_form' => 1 },
                 counted { write(record, record('_id' => 'a2'), record('_id' => 'a3')) })
  end

  test 'documents that are refused for a while are sent again soon' do
    answers(items({ 'status' => 201 }, refused(429)), items(refused(429)), :stored)
    write(record, record('_id' => 'a2'))

    assert_equal([%w[a1 a2], %w[a2], %w[a2]], ids)
  end

  test 'the chunk goes back to the buffer when that does not help, and is counted when it is stored' do
    answers(items({ 'status' => 201 }, refused(503)), items(refused(503)))
    counts = counted do
      assert_raise(Efk::BulkDelivery::Postponed) { write(record, record('_id' => 'a2')) }
      answers(items(refused(409), { 'status' => 201 }))
      write(record, record('_id' => 'a2'))
    end

    assert_equal([%w[a1 a2], %w[a2], %w[a2], %w[a1 a2]], ids)
    assert_equal({ 'stored' => 1, 'already_stored' => 1 }, counts)
  end

  test 'nobody waits for Elasticsearch when Fluentd stops' do
    @plugin.stop
    answers(items(refused(429)))

    assert_raise(Efk::BulkDelivery::Postponed) { write(record) }
    assert_equal([['a1']], ids)
  end

  test 'what is refused in every form is an error event as it was, once the rest is stored' do
    answers(items(refused(400), refused(429)), items(refused(400)), items(refused(429)))
    assert_raise(Efk::BulkDelivery::Postponed) { write(record, record('_id' => 'a2')) }
    assert_empty(@driver.error_events)

    answers(items(refused(400), { 'status' => 201 }), items(refused(400)))
    write(record, record('_id' => 'a2'))
    assert_equal([['shop', record]], @driver.error_events.map { |tag, _, letter| [tag, letter] })
  end

  test 'the label @ERROR gets the reason as well' do
    letters = []
    router = Object.new
    router.define_singleton_method(:emit_stream) { |tag, events| events.each { |*event| letters << [tag, event.last] } }
    @plugin.instance_variable_set(:@error_router, router)
    answers(items(refused(400)))
    write(record)

    reason = { 'type' => 'document_parsing_exception', 'message' => 'content' }
    assert_equal([['shop', record('_error' => reason)]], letters)
  end
end
