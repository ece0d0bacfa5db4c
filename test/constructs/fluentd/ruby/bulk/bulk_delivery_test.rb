# frozen_string_literal: true

require_relative '../support/bulk_delivery_case'

class BulkDeliveryTest < BulkDeliveryCase
  test 'documents are stored by one request' do
    assert_equal({ 'stored' => 3 }, deliver(%w[a b c]) { |documents| documents.map { OK } }.results)
    assert_equal([%w[a b c]], @sent)
  end

  test 'what is stored already is not sent again' do
    results = deliver(%w[a b]) { [CONFLICT, OK] }.results

    assert_equal({ 'already_stored' => 1, 'stored' => 1 }, results)
    assert_equal(1, @sent.size)
  end

  data([401, 403, 404, 429, 500, 503].to_h { |status| [status.to_s, status] })
  test 'what is refused for a while is sent again, alone' do |status|
    counts = []
    again = ->(count) { counts << count }
    answers = [[OK, refusal(status), refusal(status)], [refusal(status), OK], [OK]]
    delivery = deliver(%w[a b c], again: again) { answers.shift }

    assert_equal([%w[a b c], %w[b c], %w[b]], @sent)
    assert_equal([2, 1], counts)
    assert_equal({ 'stored' => 3 }, delivery.results)
  end

  test 'the chunk comes again when that does not help' do
    error = assert_raise(Efk::BulkDelivery::Postponed) do
      deliver(%w[a b]) { [OK, refusal(429, 'es_rejected_execution_exception')] }
    end

    assert_equal('HTTP 429 es_rejected_execution_exception for 1 documents', error.message)
  end

  test 'the chunk comes again at once when no document is taken, and nothing is kept of it meanwhile' do
    counts = []
    error = assert_raise(Efk::BulkDelivery::Postponed) do
      deliver(%w[a b], again: ->(count) { counts << count }) { [refusal(429), refusal(503)] }
    end

    assert_equal(['HTTP 429 or 503 for all 2 documents', [], 1], [error.message, counts, @sent.size])
  end

  test 'what is refused for its content is stored in another form, with the same id' do
    other = nil
    delivery = deliver(%w[a b]) do |documents|
      documents.size == 2 ? [OK, refusal(400)] : documents.map { |document| (other = document) && OK }
    end

    assert_equal({ 'stored' => 1, 'other_form' => 1 }, delivery.results)
    assert_equal({ 'document_parsing_exception' => 1 }, delivery.refusals)
    assert_equal(['b', 'text of b', nil], other.values_at('_id', 'message', 'json'))
    assert_equal([{ 'kind' => 'pipeline_error' }, { 'type' => 'document_parsing_exception', 'message' => 'why' }],
                 other.values_at('event', 'error'))
  end

  test 'what is refused in every form is handed back as it was' do
    delivery = deliver(%w[a]) { [refusal(400)] }

    assert_equal({ 'dead_letter' => 1 }, delivery.results)
    assert_equal([record('a')], delivery.dead.map { |entry, _| entry.record })
    assert_equal(['why'], delivery.dead.map { |_, item| item.reason })
  end

  test 'the failure store is told from the data stream' do
    used = OK.merge('failure_store' => 'used')

    assert_equal({ 'failure_store' => 1, 'stored' => 1 }, deliver(%w[a b]) { [used, OK] }.results)
    assert_equal({ 'failure_store' => 1, 'already_stored' => 1 }, deliver(%w[a b]) { [used, CONFLICT] }.results)
  end
end
