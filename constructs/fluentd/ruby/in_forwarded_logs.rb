# frozen_string_literal: true

require 'fileutils'
require 'fluent/plugin/in_forward'
require_relative 'common/metrics'
require_relative 'common/rare_log'
require_relative 'forward/forwarded_records'
require_relative 'forward/foreign_records'
require_relative 'logs/first_selected'

module Fluent
  module Plugin
    # Takes events that others forward: those of our node agents as they are, those of anybody else with an identity.
    # What is not in the buffer is not acknowledged, so that its sender keeps it. Beside in_forward it bounds what it
    # holds of messages that are on their way, of any sender; it takes events with metadata as Fluent Bit 5 sends
    # them, of which in_forward drops every one (https://github.com/fluent/fluentd/pull/5411); and nothing of their
    # content gets into the log.
    class ForwardedLogsInput < ForwardInput
      Fluent::Plugin.register_input('forwarded_logs', self)

      # Time between two looks whether the pod is about to go. In seconds.
      LOOK = 0.5
      TO_MSGPACK = :to_msgpack.to_proc

      desc 'Size of all messages that are on their way; connections beyond it are closed, so that senders try again.'
      config_param :max_held_size, :size, default: 128 * 1024 * 1024
      desc 'File that is there when nothing must be taken any more.'
      config_param :closing_file, :string, default: '/tmp/closing'
      desc 'Whether anybody sends, whose records are given an identity; else they are those of our node agents.'
      config_param :foreign, :bool, default: false

      config_section :treatment, multi: true, param_name: :treatments do
        desc 'Name, for the filter that treats its records; a container has the first treatment that selects it.'
        config_argument :name, :string
        instance_exec(&Efk::Selection::CONFIG)
      end

      def configure(conf)
        super
        @rare_log = Efk::RareLog.new(log)
        @refused = Efk::Metrics.counter(:fluentd_forwarded_logs_refused_total,
                                        'Messages that were not acknowledged, so that they are sent again.', [:reason])
        @received = Efk::Metrics.counter(:fluentd_forwarded_logs_records_total, 'Records that were sent.', [:route])
        @invalid = Efk::Metrics.counter(:fluentd_forwarded_logs_invalid_records_total, 'Entries that are no records.')
        @records = records
        @held = 0
        @looked_at = -LOOK
      end

      # A container that starts again in its pod is not about to go.
      def start
        FileUtils.rm_f(@closing_file)
        super
      end

      # rubocop:disable Metrics/MethodLength -- the closures share what one connection holds
      # Called for each connection: feeds what arrives to the parser, and counts it until a message is complete.
      def read_messages(conn)
        unpacker = Fluent::MessagePackFactory.msgpack_unpacker
        bytes = 0
        conn.on(:close) { @held -= bytes.tap { bytes = 0 } }
        conn.data do |data|
          bytes += data.bytesize
          @held += data.bytesize
          next refuse(conn, 'memory') if @held > @max_held_size

          unpacker.feed_each(data) do |message|
            yield message, bytes, TO_MSGPACK
            @held -= bytes.tap { bytes = 0 }
          end
        end
      end
      # rubocop:enable Metrics/MethodLength

      # Returns the options of a message that was taken, which acknowledge it.
      def on_message(message, size, conn)
        return refuse(conn, 'closing') if closing?

        message = [message[0], [message[1..2]], message[3]] if single?(message)
        @chunk = (message[2] || {})['chunk'] if message.is_a?(Array)
        super
      rescue StandardError => e
        refuse(conn, e.is_a?(Buffer::BufferOverflowError) ? 'full' : e.class.name)
      end

      # Called by in_forward for the entries of a message.
      def check_and_skip_invalid_event(tag, entries, _host)
        events = MultiEventStream.new
        number = @records.each(entries, @chunk) { |time, record| events.add(time, record) }
        @invalid.increment(by: number - events.size) if number > events.size
        @received.increment(by: events.size, labels: { route: tag })
        events
      end

      private

      def records
        return Efk::ForeignRecords.new if @foreign

        Efk::ForwardedRecords.new(Efk::FirstSelected.new(@treatments))
      end

      def single?(message)
        message.is_a?(Array) && (message[1].is_a?(Integer) || message[1].is_a?(EventTime))
      end

      # Without an acknowledgement: the sender keeps what it has sent.
      def refuse(conn, reason)
        @refused.increment(labels: { reason: reason })
        @rare_log.warn(reason, 'messages are refused, and will be sent again', reason: reason)
        conn.close
        nil
      end

      def closing?
        now = Fluent::Clock.now
        return @closing if now - @looked_at < LOOK

        @looked_at = now
        @closing = File.exist?(@closing_file)
      end
    end
  end
end
