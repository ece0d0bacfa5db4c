# frozen_string_literal: true

require 'fluent/msgpack_factory'

module Efk
  # Records as agents send them. What all records of a container share, as the same frozen objects, is packed once and
  # goes as a text by which the aggregator knows the container again: packing and unpacking take half the time that
  # they take in Fluentd's own form, in which records without such fields go.
  class PackedRecords
    # Fields that all records of a container share.
    SHARED = %w[kubernetes data_stream].freeze
    # Containers whose fields are known. Those that are gone are forgotten with all others when there are more.
    CONTAINERS = 4096

    Shared = Struct.new(:data_stream, :packed)

    def initialize
      @packer = Fluent::MessagePackFactory.engine_factory.packer
      @shared = {}.compare_by_identity
      @mutex = Mutex.new
    end

    # The record with its time, packed.
    def pack(time, record)
      @mutex.synchronize do
        @packer.write(entry(time, record)).to_s
      ensure
        @packer.reset
      end
    end

    private

    def entry(time, record)
      shared = shared_of(record['kubernetes'], record['data_stream'])
      shared ? [time.to_i, nanoseconds(time), shared, record.except(*SHARED)] : [time, record]
    end

    def nanoseconds(time)
      time.is_a?(Integer) ? 0 : time.nsec
    end

    def shared_of(kubernetes, data_stream)
      shared = @shared[kubernetes]
      shared && shared.data_stream.equal?(data_stream) ? shared.packed : remember(kubernetes, data_stream)
    end

    # Nil for fields that may change.
    def remember(kubernetes, data_stream)
      return unless kubernetes.is_a?(Hash) && kubernetes.frozen? && data_stream.frozen?

      @shared.clear if @shared.size >= CONTAINERS
      packed = [kubernetes, data_stream].to_msgpack
      @shared[kubernetes] = Shared.new(data_stream, packed)
      packed
    end
  end
end
