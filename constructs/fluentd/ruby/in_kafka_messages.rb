# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'inputs/repeated_reading'
require_relative 'kafka/kafka_client'
require_relative 'kafka/kafka_records'
require_relative 'kafka/kafka_report'
require_relative 'kafka/kafka_settings'

module Fluent
  module Plugin
    # Reads topics of Kafka as a member of a group, which shares their partitions. Offsets are committed when the buffer
    # has the events. The input of fluent-plugin-kafka drops topic, partition and offset, by which an event that is read
    # again can be told, and its client is not kept any more (ruby-kafka, last release in 2022).
    class KafkaMessagesInput < Input
      Fluent::Plugin.register_input('kafka_messages', self)
      helpers :thread
      include Efk::RepeatedReading

      # After a failure, and while the buffer is full. In seconds.
      PAUSE = 2

      # No broker answers.
      class Unreachable < StandardError; end

      desc 'Tag of the events.'
      config_param :tag, :string
      desc 'Some of the brokers, as host:port.'
      config_param :brokers, :array, value_type: :string
      desc 'Names of the topics.'
      config_param :topics, :array, value_type: :string
      desc 'Name of the group whose members share the partitions.'
      config_param :group, :string
      desc 'Where a group begins that has never read a partition.'
      config_param :begin_at, :enum, list: %i[earliest latest], default: :earliest
      desc 'What the value of a message is.'
      config_param :value, :enum, list: %i[text json], default: :text
      desc 'Whether brokers are spoken to over TLS.'
      config_param :tls, :bool, default: true
      desc 'File with the authority of the certificates of the brokers; without it, one that the image trusts.'
      config_param :ca_path, :string, default: nil
      desc 'File with a certificate of the consumer.'
      config_param :cert_path, :string, default: nil
      desc 'File with the key of that certificate.'
      config_param :private_key_path, :string, default: nil
      desc 'How the user is proved.'
      config_param :mechanism, :enum, list: %i[plain scram-sha-256 scram-sha-512], default: :'scram-sha-512'
      desc 'User of SASL.'
      config_param :user, :string, default: nil
      desc 'Password of the user.'
      config_param :password, :string, default: nil, secret: true

      def configure(conf)
        super
        @records = Efk::KafkaRecords.new(@tag, json: @value == :json)
        count_failures
        @pauses = shown(Efk::Metrics.counter(:fluentd_input_pauses_total,
                                             'Times that reading stopped because the buffer was full.', [:input]))
        @bad = shown(Efk::Metrics.counter(:fluentd_input_bad_messages_total,
                                          'Messages that are not what the input reads, stored as text.', [:input]))
        @lag = shown(Efk::Metrics.gauge(:fluentd_input_lag_messages,
                                        'Messages that wait to be read by this process.', [:input]))
      end

      def start
        super
        thread_create(:kafka_messages) { run }
      end

      # Told by the client, while messages are read.
      def report(told)
        report = Efk::KafkaReport.new(told)
        @lag.set(report.lag, labels: @labels)
        failure(Unreachable.new('no broker answers')) unless report.reachable?
      end

      # Told by the client, while messages are read.
      def failure(error)
        failed(error, 'messages of Kafka could not be read and will be', brokers: @brokers.join(','))
      end

      private

      def run
        read_on while thread_current_running?
      ensure
        @client&.close
      end

      def read_on
        @client ||= Efk::KafkaClient.new(Efk::KafkaSettings.of(self), @topics, self)
        messages = @client.read(&method(:failure))
        give(messages) unless messages.empty?
      rescue StandardError => e
        failure(e)
        wait(PAUSE)
      end

      # Until the pipeline takes them; what it has not taken when Fluentd stops is read again.
      def give(messages)
        until (error = attempt(messages)).nil?
          @pauses.increment(labels: @labels)
          log.debug 'the pipeline takes no messages of Kafka', input: @tag, error: error.class
          hold(messages)
          return unless thread_current_running?
        end
        @client.taken(messages)
        @client.go_on
      end

      # What went wrong, or nil.
      def attempt(messages)
        bad = @records.bad
        router.emit_stream(@tag, @records.stream(messages))
        @bad.increment(by: @records.bad - bad, labels: @labels)
        nil
      rescue StandardError => e
        e
      end

      # The group must hear of its members more often than a full buffer may last.
      def hold(messages)
        till = Process.clock_gettime(Process::CLOCK_MONOTONIC) + PAUSE
        while thread_current_running? && Process.clock_gettime(Process::CLOCK_MONOTONIC) < till
          messages.concat(@client.hold(&method(:failure)))
        end
      end

      # From the start on.
      def shown(metric)
        metric.tap { metric.init_label_set(@labels) }
      end
    end
  end
end
