# frozen_string_literal: true

require 'json'
require_relative 'bulk_document'

module Efk
  # Writes records as lines of bulk requests, quickly: the fields that all records of a container share, as the same
  # frozen objects, are written once. Measured: a tenth less for the whole output.
  class BulkLines
    # Fields that are not written with the others.
    OTHERS = %w[_id kubernetes data_stream].freeze
    # Containers whose fields are known. Those that are gone are forgotten with all others when there are more.
    CONTAINERS = 4096

    Tail = Struct.new(:data_stream, :json)

    def initialize
      @coder = JSON::Coder.new
      @tails = {}.compare_by_identity
    end

    # The lines of a record that has fields of its own, at least a time.
    def of(record)
      id = record['_id']
      tail = tail_of(record['kubernetes'], record['data_stream'])
      return BulkDocument.lines(record) unless tail && id

      document = @coder.dump(record.except(*OTHERS)).chop!
      "#{BulkDocument.action(id, document)}\n#{document}#{tail.json}"
    rescue *BulkDocument::UNWRITABLE
      BulkDocument.lines(record)
    end

    private

    def tail_of(kubernetes, data_stream)
      tail = @tails[kubernetes]
      tail && tail.data_stream.equal?(data_stream) ? tail : remember(kubernetes, data_stream)
    end

    # Nil for fields that may change.
    def remember(kubernetes, data_stream)
      return unless kubernetes.is_a?(Hash) && kubernetes.frozen? && data_stream.frozen?

      @tails.clear if @tails.size >= CONTAINERS
      json = JSON.generate('kubernetes' => kubernetes, 'data_stream' => data_stream)
      @tails[kubernetes] = Tail.new(data_stream, ",#{json.delete_prefix('{')}\n")
    end
  end
end
