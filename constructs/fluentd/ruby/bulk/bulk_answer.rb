# frozen_string_literal: true

require 'json'

module Efk
  # What Elasticsearch answered to a bulk request. The answer to a good request is not parsed: it says `errors: false`
  # at its beginning.
  class BulkAnswer
    # What is read of an answer; a tenth of the whole (logstash-plugins/logstash-output-elasticsearch#1153).
    FILTER = 'filter_path=errors,items.*.error,items.*.status,items.*.failure_store'
    GOOD = '{"errors":false'
    # Of a document that an overloaded node does not take. As text of a value it would have backslashes.
    OVERLOAD = /"status":(?:429|503)/
    FAILURE_STORE = '"failure_store":"used"'
    # Types of the error of a whole request that can come from what stands in its body.
    OF_THE_BODY = %w[illegal_argument_exception parse_exception x_content_parse_exception json_parse_exception
                     action_request_validation_exception].freeze

    # What became of one document; `type` and `reason` say why it was refused.
    Item = Struct.new(:status, :type, :reason, :failure_store)

    attr_reader :status

    def initialize(status, text)
      @status = status
      @text = text
    end

    def good?
      @status == 200 && @text.start_with?(GOOD)
    end

    # How many documents of a good request went to the failure store.
    def failure_store
      @text.include?(FAILURE_STORE) ? @text.scan(FAILURE_STORE).size : 0
    end

    # Whether none of so many documents was taken, each for a lack of resources.
    def overload?(count)
      @status == 200 && @text.scan(OVERLOAD).size == count
    end

    def too_large?
      @status == 413
    end

    # The body is refused as a whole, for something that stands in it.
    def refused?
      @status == 400 && OF_THE_BODY.include?(error_type)
    end

    # The items, one for each document; nil if this is no answer to a bulk request, e.g. the page of a proxy. They are
    # not kept here: those of a full chunk take 30 MB.
    def items(count)
      items = parsed.delete('items') if @status == 200
      return unless items.is_a?(Array) && items.size == count

      items.map! { |item| item_of(item.values.first) }
    rescue NoMethodError, TypeError
      nil
    end

    # Why it helps nobody, for the log: no content, and nothing that a proxy wrote.
    def to_s
      return "HTTP #{@status}, no answer of Elasticsearch" if parsed.empty?
      return 'an answer that does not fit the request' if @status == 200

      ["HTTP #{@status}", error_type].compact.join(' ')
    end

    def error_type
      type = parsed.dig('error', 'type')
      type if type.is_a?(String)
    rescue TypeError
      nil
    end

    private

    def item_of(item)
      error = item['error']
      error = {} unless error.is_a?(Hash)
      reason = [error['reason'], error.dig('caused_by', 'reason')].compact
      reason = reason.size == 1 ? reason.first.to_s : reason.join(': ')
      Item.new(Integer(item['status']), error['type'], reason, item['failure_store'] == 'used')
    end

    def parsed
      @parsed ||= begin
        value = JSON.parse(@text)
        value.is_a?(Hash) ? value : {}
      rescue JSON::ParserError, EncodingError
        {}
      end
    end
  end
end
