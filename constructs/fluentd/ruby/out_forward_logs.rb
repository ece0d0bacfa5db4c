# frozen_string_literal: true

require 'fluent/plugin/output'
require_relative 'common/compiler'
require_relative 'common/metrics'
require_relative 'common/rare_log'
require_relative 'common/spread_retries'
require_relative 'forward/forward_sender'
require_relative 'forward/packed_records'

module Fluent
  module Plugin
    # Sends events to aggregators and waits until they are in the buffer of one. out_forward waits for acknowledgements
    # elsewhere: what an aggregator refuses because its buffer is full is sent again at once, as fast as the network
    # takes it, for as long as Elasticsearch is away; and the end of a TLS connection of a process that was killed is an
    # error that it meets again and again until the time for an acknowledgement is over. Here a chunk that is not
    # acknowledged is an error of the chunk, and Fluentd waits longer and longer before it is sent again.
    class ForwardLogsOutput < Output
      Fluent::Plugin.register_output('forward_logs', self)
      include Efk::SpreadRetries

      desc 'Aggregators, each as host:port; a host is all of its addresses.'
      config_param :servers, :array, value_type: :string
      desc 'What sender and aggregator know.'
      config_param :shared_key, :string, secret: true
      desc 'Name of the sender, for the log of the aggregator.'
      config_param :self_hostname, :string
      desc "File with the authorities that sign the certificates of aggregators; without it the system's."
      config_param :ca_file, :string, default: nil
      desc 'Time in which a connection must be made.'
      config_param :connect_timeout, :time, default: 5
      desc 'Time in which a chunk must be acknowledged.'
      config_param :ack_timeout, :time, default: 30
      desc 'Time after which a connection is made again, so that aggregators that are new get their share.'
      config_param :connection_age, :time, default: 30

      helpers :event_emitter

      SETTINGS = %i[servers shared_key self_hostname ca_file connect_timeout ack_timeout connection_age].freeze

      def multi_workers_ready? = true
      def formatted_to_msgpack_binary? = false

      def configure(conf)
        super
        raise Fluent::ConfigError, 'chunk keys must be the tag' unless @chunk_key_tag && @chunk_keys.empty?

        mistake = Efk::ForwardSender.mistake(@servers)
        raise Fluent::ConfigError, mistake if mistake

        @rare_log = Efk::RareLog.new(log)
        @packed = Efk::PackedRecords.new
        @sent = Efk::Metrics.counter(:fluentd_forward_logs_records_total, 'Records that an aggregator has taken.',
                                     [:route])
        @failed = Efk::Metrics.counter(:fluentd_forward_logs_failures_total,
                                       'Attempts to send a chunk that failed, by what was wrong.', [:reason])
      end

      def start
        super
        settings = SETTINGS.to_h { |name| [name, public_send(name)] }
        @sender = Efk::ForwardSender.new(settings, -> { stopped? })
        Efk::Compiler.start
      end

      def close
        super
        @sender&.close
      end

      # Called by the threads that read: a record that cannot be packed must not keep the others of its batch away.
      def format(tag, time, record)
        @packed.pack(time, record)
      rescue StandardError => e
        router.emit_error_event(tag, time, record, e)
        nil
      end

      def write(chunk)
        tag = chunk.metadata.tag
        @sender.deliver(tag, chunk.read, chunk.size, dump_unique_id_hex(chunk.unique_id))
        @sent.increment(by: chunk.size, labels: { route: tag })
      rescue Efk::ForwardConnection::Failure => e
        @failed.increment(labels: { reason: e.reason })
        @rare_log.warn(e.reason, 'aggregators do not take a chunk, which will be sent again', reason: e.message)
        raise
      end
    end
  end
end
