# frozen_string_literal: true

module Efk
  # Where a group begins that is to read new messages only: at the end that a partition has when it is first assigned,
  # which is committed at once. Otherwise a member that ends before it has taken a message of a partition would begin
  # again at a later end, and what came between would be passed over.
  class KafkaStart
    # Longest time for a question. In milliseconds.
    PATIENCE = 10_000

    attr_writer :consumer

    # Called by the client when the member has got partitions, before anything of them is read.
    def on_partitions_assigned(list)
      ends = {}
      @consumer.committed(list, PATIENCE).to_h.each do |topic, partitions|
        fresh = partitions.select { |each| each.offset.nil? }
        next if fresh.empty?

        ends[topic] = fresh.to_h { |each| [each.partition, end_of(topic, each.partition)] }
      end
      begin_at(ends) unless ends.empty?
    end

    private

    def end_of(topic, partition)
      @consumer.query_watermark_offsets(topic, partition, PATIENCE).last
    end

    def begin_at(ends)
      ends.each { |topic, offsets| offsets.each { |partition, at| @consumer.seek_by(topic, partition, at) } }
      @consumer.commit(list_of(ends))
    end

    def list_of(ends)
      list = Rdkafka::Consumer::TopicPartitionList.new
      ends.each { |topic, offsets| list.add_topic_and_partitions_with_offsets(topic, offsets) }
      list
    end
  end
end
