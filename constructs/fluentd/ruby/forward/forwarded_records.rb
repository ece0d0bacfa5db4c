# frozen_string_literal: true

require 'fluent/msgpack_factory'

module Efk
  # Records of our node agents, as the input of the node has made them and PackedRecords has packed them. What all
  # records of a container share are the same frozen objects again, by which the output knows them; and which treatment
  # a container has is decided here, by the configuration of those who treat, but for what depends on labels of pods:
  # only the node knows them.
  class ForwardedRecords
    # Containers whose fields are known. Those that are gone are forgotten with all others when there are more.
    CONTAINERS = 16_384

    # +by_labels+ are the treatments that it has if its node says so, before +treatment+.
    Container = Struct.new(:names, :data_stream, :by_labels, :treatment) do
      def treatment_of(node)
        by_labels.include?(node) ? node : treatment
      end
    end

    # +treatments+ are a FirstSelected.
    def initialize(treatments)
      @treatments = treatments
      @containers = {}
    end

    # Yields time and record of each entry that is one; returns the number of all. +entries+ are packed, or a list.
    def each(entries, _chunk, &)
      number = 0
      unpacked(entries) do |entry|
        number += 1
        next unless entry.is_a?(Array)

        entry.size == 4 ? of_container(*entry, &) : alone(*entry, &)
      end
      number
    end

    private

    # The keys of all records are the same few texts.
    def unpacked(entries, &)
      return entries.each(&) if entries.is_a?(Array)

      unpacker = Fluent::MessagePackFactory.engine_factory.unpacker(key_cache: true)
      unpacker.feed_each(entries.to_msgpack_stream, &)
    end

    def of_container(seconds, nanoseconds, shared, record)
      container = @containers[shared] || remember(shared, *MessagePack.unpack(shared))
      record['kubernetes'] = container.names
      record['data_stream'] = container.data_stream
      treat(record, container.treatment_of(record['_treatment']))
      yield Fluent::EventTime.new(seconds, nanoseconds), record
    end

    def alone(time = nil, record = nil, *)
      return unless record.is_a?(Hash) && (time.is_a?(Fluent::EventTime) || time.is_a?(Integer))

      share(record, record['kubernetes']) if record['kubernetes'].is_a?(Hash)
      yield time, record
    end

    def share(record, names)
      data_stream = record['data_stream']
      container = @containers[names] || remember(names.freeze, names, data_stream)
      record['kubernetes'] = container.names
      record['data_stream'] = container.data_stream if container.data_stream == data_stream
      treat(record, container.treatment_of(record['_treatment']))
    end

    def treat(record, treatment)
      if treatment
        record['_treatment'] = treatment
      else
        record.delete('_treatment')
      end
    end

    def remember(key, names, data_stream)
      @containers.clear if @containers.size >= CONTAINERS
      place = names.values_at('namespace_name', 'container_name').map(&:to_s)
      sure, by_labels = @treatments.of(*place).partition { |_, condition| condition == true }
      @containers[key] = Container.new(names.freeze, data_stream.freeze, by_labels.map(&:first), sure.first&.first)
    end
  end
end
