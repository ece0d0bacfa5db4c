# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/bulk/bulk_answer'
require_relative '../support/bulk_exchanges'

class BulkAnswerTest < Test::Unit::TestCase
  WRONG_VERSION = 'HTTP 400 media_type_header_exception'

  # What the answers of real nodes mean: good, too large, refused as a whole, the statuses of the documents, or a reason
  # to send the chunk again.
  MEANINGS = {
    'created' => :good,
    'same id again: 409 per item' => [409, 201],
    'mapping conflict, failure store on' => :good,
    'mapping conflict, no failure store: 400 per item' => :good,
    'mapping conflict, index mode standard, no failure store' => [400, 201],
    'mapping conflict, index mode standard, failure store on' => [400, 201],
    'no @timestamp, no failure store' => [400],
    'NaN in a document' => [400],
    'NaN, failure store on' => [400],
    'invalid UTF-8 in a document' => [400],
    'invalid UTF-8, failure store on' => [400],
    'cut JSON in a document' => [400],
    'flattened deeper than 20' => [400],
    'keyword longer than 32766 bytes' => :good,
    'flattened value longer than 32766 bytes' => :good,
    'time before 1970' => [400],
    'integer beyond 64 bits in a long' => :good,
    'index instead of create' => [400],
    'no such data stream, auto-create off for it' => [404],
    'no newline at the end' => :refused,
    'an action line that is none' => :refused,
    'body over http.max_content_length (1mb here)' => :too_large,
    'empty body' => :refused,
    'media types compatible-with=7' => { '8' => :good, '9' => WRONG_VERSION },
    'media types compatible-with=8' => :good,
    'media types compatible-with=9' => { '8' => WRONG_VERSION, '9' => :good },
    'content type 9, Accept */*' => WRONG_VERSION,
    'info' => 'HTTP 405',
    'cluster blocked (as by the flood watermark)' => 'HTTP 403 cluster_block_exception',
    'indexing pressure: 429' => 'HTTP 429 es_rejected_execution_exception'
  }.freeze

  def meaning(answer, count)
    return :good if answer.good?
    return :too_large if answer.too_large?
    return :refused if answer.refused?

    answer.items(count)&.map(&:status) || answer.to_s
  end

  data(%w[8 9].product(MEANINGS.to_a).to_h do |version, (title, wanted)|
    ["#{version}: #{title}", [version, title, wanted.is_a?(Hash) ? wanted.fetch(version) : wanted]]
  end)
  test 'what real nodes answer is understood' do |(version, title, wanted)|
    count = wanted.is_a?(Array) ? wanted.size : 1

    assert_equal(wanted, meaning(BulkExchanges.answer(version, title), count))
  end

  test 'every answer of a real node is among them' do
    BulkExchanges::ALL.each_value do |exchanges|
      answered = exchanges.reject { |_, exchange| exchange['response']['status'].zero? }

      assert_equal(MEANINGS.keys, answered.keys)
    end
  end

  test 'a refused document has a type and every reason' do
    item = BulkExchanges.answer('9', 'flattened deeper than 20').items(1).fetch(0)

    assert_equal('document_parsing_exception', item.type)
    assert_match(/failed to parse field \[json\].*: The provided .* exceeds the maximum depth limit of \[20\]/,
                 item.reason)
  end

  test 'documents in the failure store are counted' do
    stored = '{"errors":false,"items":[{"create":{"status":201,"failure_store":"used"}},{"create":{"status":201}}]}'
    refused = '{"errors":true,"items":[{"create":{"status":201,"failure_store":"used"}},' \
              '{"create":{"status":400,"error":{"type":"a","reason":"b"},"failure_store":"not_enabled"}}]}'

    assert_equal(1, Efk::BulkAnswer.new(200, stored).failure_store)
    assert_equal([true, false], Efk::BulkAnswer.new(200, refused).items(2).map(&:failure_store))
  end

  test 'an overload is told from documents that are refused one by one' do
    busy = '{"create":{"status":429,"error":{"type":"es_rejected_execution_exception","reason":"busy"}}}'
    stored = '{"create":{"status":201}}'
    bad = '{"create":{"status":400,"error":{"type":"a","reason":"\\"status\\":429"}}}'
    answers = [[busy, busy], [busy, stored], [busy, bad]].map do |items|
      Efk::BulkAnswer.new(200, %({"errors":true,"items":[#{items.join(',')}]})).overload?(2)
    end

    assert_equal([true, false, false], answers)
  end

  data(
    'the page of a proxy' => '<html>busy</html>',
    'nothing' => '',
    'another JSON' => '["ok"]',
    'no items' => '{"errors":true}',
    'too few items' => '{"errors":true,"items":[{"create":{"status":201}}]}',
    'items that are none' => '{"errors":true,"items":[{},7]}',
    'items without status' => '{"errors":true,"items":[{"create":{}},{"create":{}}]}',
    'no UTF-8' => "{\"errors\":true,\"items\":[\xFF"
  )
  test 'what Elasticsearch would not answer has no items' do |text|
    assert_nil(Efk::BulkAnswer.new(200, text).items(2))
  end

  test 'a proxy is told from Elasticsearch, without its words' do
    assert_equal('HTTP 502, no answer of Elasticsearch', Efk::BulkAnswer.new(502, '<html>busy</html>').to_s)
    assert_equal('an answer that does not fit the request', Efk::BulkAnswer.new(200, '{"errors":true}').to_s)
    assert_false(Efk::BulkAnswer.new(400, '<html>attack</html>').refused?)
  end
end
