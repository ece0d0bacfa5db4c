# frozen_string_literal: true

module Efk
  # Records of our node agents, as the input of the node has made them. What all records of a container share are the
  # same frozen objects again, by which the output knows them; and which treatment a container has is decided here, by
  # the configuration of those who treat.
  class ForwardedRecords
    # Containers whose fields are known. Those that are gone are forgotten with all others when there are more.
    CONTAINERS = 16_384

    Container = Struct.new(:names, :data_stream, :treatment)

    # +treatments+ are pairs of a name and a Selection; a container has the first that selects it.
    def initialize(treatments)
      @treatments = treatments
      @containers = {}
    end

    # Yields time and record of each entry that is one; returns the number of all.
    def each(entries, _chunk)
      number = 0
      entries.each do |time, record|
        number += 1
        yield time, share(record) if record.is_a?(Hash) && (time.is_a?(Fluent::EventTime) || time.is_a?(Integer))
      end
      number
    end

    private

    def share(record)
      names = record['kubernetes']
      return record unless names.is_a?(Hash)

      data_stream = record['data_stream']
      container = @containers[names] || remember(names, data_stream)
      record['kubernetes'] = container.names
      record['data_stream'] = container.data_stream if container.data_stream == data_stream
      treat(record, container.treatment)
    end

    def treat(record, treatment)
      if treatment
        record['_treatment'] = treatment
      else
        record.delete('_treatment')
      end
      record
    end

    def remember(names, data_stream)
      @containers.clear if @containers.size >= CONTAINERS
      place = names.values_at('namespace_name', 'container_name').map(&:to_s)
      treatment, = @treatments.find { |_, selection| selection.matches?(*place) }
      @containers[names.freeze] = Container.new(names, data_stream.freeze, treatment)
    end
  end
end
