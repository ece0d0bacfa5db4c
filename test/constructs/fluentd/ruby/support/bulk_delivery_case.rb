# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/bulk/bulk_delivery'

# Deliveries to an Elasticsearch that answers what a block says.
class BulkDeliveryCase < Test::Unit::TestCase
  OK = { 'status' => 201 }.freeze
  CONFLICT = { 'status' => 409, 'error' => { 'type' => 'version_conflict_engine_exception', 'reason' => '' } }.freeze

  setup { @sent = [] }

  # Sends documents named by their ids to an Elasticsearch that answers what the block says of each, in turn.
  def deliver(ids, again: ->(_count) { false }, limit: Float::INFINITY, &answer)
    body = ids.map { |id| Efk::BulkDocument.lines(record(id)) }.join
    deliver_body(body, ids.size, again: again, limit: limit, &answer)
  end

  def record(id)
    { '_id' => id, 'message' => "text of #{id}", 'json' => { 'id' => id } }
  end

  def deliver_body(body, count, again: ->(_count) { false }, limit: Float::INFINITY, &answer)
    post = lambda do |part|
      documents = part.each_line.each_slice(2).map { |lines| document(lines) }
      @sent << documents.map { |document| document['_id'] }
      answer_of(documents, part, &answer)
    end
    @delivery = Efk::BulkDelivery.new(post: post, again: again, limit: limit)
    @delivery.run(body, count)
    @delivery
  end

  def document((action, document))
    JSON.parse(document.to_s).merge('_id' => JSON.parse(action)['create']['_id'])
  rescue JSON::ParserError
    { '_id' => "#{action}#{document}" }
  end

  def answer_of(documents, part)
    whole = yield(documents, part)
    return Efk::BulkAnswer.new(*whole) if whole.is_a?(Array) && whole.first.is_a?(Integer)

    errors = whole.any? { |item| item['error'] }
    Efk::BulkAnswer.new(200, JSON.generate('errors' => errors, 'items' => whole.map { |item| { 'create' => item } }))
  end

  def refusal(status, type = 'document_parsing_exception')
    { 'status' => status, 'error' => { 'type' => type, 'reason' => 'why' } }
  end

  def request_refusal(type = 'illegal_argument_exception')
    [400, JSON.generate('error' => { 'type' => type, 'reason' => 'why' })]
  end
end
