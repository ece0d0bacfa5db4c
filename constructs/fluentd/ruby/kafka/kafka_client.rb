# frozen_string_literal: true

require 'logger'
require_relative 'kafka_start'

module Efk
  # A member of a group of consumers. Its offsets are those of what the pipeline has taken: they are committed in the
  # background, when partitions go to another member, and at the end.
  class KafkaClient
    # Messages that are read at a time, and what is fetched ahead of them. In KiB.
    BLOCK = 500
    AHEAD = 16_384

    # Longest time that is waited for messages, so that a thread that is to stop does. In milliseconds.
    POLL = 250

    # Time between two reports. In milliseconds.
    REPORTS = 10_000

    # Longest time for the last commit, when the brokers may be away. In seconds.
    FAREWELL = 5

    # Time after which the group takes a member for dead and reads on what was its. The client says that it lives from a
    # thread that Ruby does not hold up. In milliseconds.
    SESSION = 10_000

    COMMON = {
      'client.id' => 'fluentd', 'enable.auto.offset.store' => false, 'auto.commit.interval.ms' => 1000,
      'session.timeout.ms' => SESSION, 'queued.max.messages.kbytes' => AHEAD, 'statistics.interval.ms' => REPORTS
    }.freeze

    # +settings+ are those of librdkafka; +listener+ is told of reports (`report`) and failures (`failure`), while
    # messages are read.
    def initialize(settings, topics, listener)
      # Only where it is used: the official image has no client.
      require 'rdkafka'
      Rdkafka::Config.logger = Logger.new(nil)
      config = Rdkafka::Config.new(COMMON.merge(settings))
      start = KafkaStart.new if settings['auto.offset.reset'] == 'latest'
      config.consumer_rebalance_listener = start if start
      @consumer = config.consumer
      start&.consumer = @consumer
      Callbacks.register(@consumer.name, listener)
      @consumer.subscribe(*topics)
    end

    # The next messages, none after a while. Yields what went wrong meanwhile.
    def read(&)
      messages, errors = @consumer.poll_batch(POLL, max_items: BLOCK).partition { |each| !each.is_a?(StandardError) }
      errors.each(&)
      messages
    end

    # These need not be read again. Those of a partition that another member has got meanwhile it reads again.
    def taken(messages)
      messages.group_by { |message| [message.topic, message.partition] }.each_value do |of_partition|
        @consumer.store_offset(of_partition.last)
      rescue Rdkafka::RdkafkaError => e
        raise unless e.code == :state
      end
    end

    # Nothing more is read until `go_on`, but the group knows that the member lives. Returns what comes nevertheless,
    # from partitions that it gets just now.
    def hold(&)
      @held = true
      @consumer.pause(@consumer.assignment)
      read(&)
    end

    def go_on
      @consumer.resume(@consumer.assignment) if @held
      @held = false
    end

    def close
      Callbacks.remove(@consumer.name)
      Thread.new { @consumer.close }.join(FAREWELL)
    end

    # Callbacks of the client are those of the process, and say whose they are.
    module Callbacks
      @listeners = {}

      module_function

      def register(name, listener)
        @listeners[name] = listener
        Rdkafka::Config.statistics_callback = ->(report) { tell(report['name'], :report, report) }
        Rdkafka::Config.error_callback = ->(error) { tell(error.instance_name, :failure, error) }
      end

      def remove(name)
        @listeners.delete(name)
      end

      def tell(name, what, told)
        @listeners[name]&.public_send(what, told)
      end
    end
  end
end
