# frozen_string_literal: true

require_relative '../support/bulk_delivery_case'

class BulkDeliveryRequestsTest < BulkDeliveryCase
  test 'a body that is too large is halved, and the next one is not tried whole' do
    delivery = deliver(%w[a b c d e]) { |documents, body| body.bytesize > 250 ? [413, ''] : documents.map { OK } }

    assert_equal(%w[a b c d e], @sent.drop(1).flatten.uniq)
    assert_equal({ 'stored' => 5 }, delivery.results)
    @sent.clear
    deliver(%w[a b c d e], limit: delivery.limit) { |documents| documents.map { OK } }
    assert_equal(%w[a b c d e], @sent.flatten)
    assert_true(@sent.size > 1)
  end

  test 'a document that is too large is shortened until it is not' do
    other = nil
    body = Efk::BulkDocument.lines({ '_id' => 'a', 'message' => 'x' * 10_000, 'json' => { 'v' => 'x' * 10_000 } })
    delivery = deliver_body(body, 1) do |documents, part|
      part.bytesize > 6000 ? [413, ''] : documents.map { |document| (other = document) && OK }
    end

    assert_equal({ 'other_form' => 1 }, delivery.results)
    assert_equal(['truncated'], other['log']['flags'])
    assert_true(other['message'].bytesize > 4000)
  end

  test 'a limit below every document is not the fault of a document' do
    assert_raise(Efk::BulkDelivery::Postponed) { deliver(%w[a b]) { [413, ''] } }
  end

  test 'what a request is refused for is found, and the rest is stored' do
    good = %w[a b].map { |id| Efk::BulkDocument.lines(record(id)) }
    body = good.join(%({"creat":\n{"message":"x"}\n))
    delivery = deliver_body(body, 3) do |documents, part|
      part.include?('"creat"') ? request_refusal : documents.map { OK }
    end

    assert_equal({ 'stored' => 2, 'other_form' => 1 }, delivery.results)
  end

  test 'a chunk that was cut off is stored up to its end' do
    texts = []
    deliver_body(%({"create":{"_id":"a"}}\n{"message":"a"}\n{"create":{"_id":"b"}}\n{"mess), 2) do |documents, part|
      assert_true(part.end_with?("\n"))
      texts.concat(documents.map { |document| document['message'] })
      part.include?("{\"mess\n") ? [OK, refusal(400)].last(documents.size) : documents.map { OK }
    end

    assert_equal(%({"create":{"_id":"b"}}\n{"mess\n), texts.last)
  end

  data(
    'a request that asks for the wrong version' => [400, '{"error":{"type":"media_type_header_exception"}}'],
    'a page of a proxy' => [200, '<html>busy</html>'],
    'a blocked cluster' => [403, '{"error":{"type":"cluster_block_exception"}}'],
    'no rights' => [401, '{"error":{"type":"security_exception"}}'],
    'no such path' => [404, ''],
    'an overload' => [429, '{"error":{"type":"es_rejected_execution_exception"}}'],
    'a broken node' => [503, '']
  )
  test 'the chunk comes again for a fault that is not of its documents' do |whole|
    assert_raise(Efk::BulkDelivery::Postponed) { deliver(%w[a b c]) { whole } }
    assert_equal(1, @sent.size)
  end

  test 'a fault that looks like one of the body is not taken for one of every document' do
    assert_raise(Efk::BulkDelivery::Postponed) { deliver(('a'..'z').to_a) { request_refusal } }
    assert_true(@sent.size < 9)
    assert_empty(@delivery.dead)
  end
end
