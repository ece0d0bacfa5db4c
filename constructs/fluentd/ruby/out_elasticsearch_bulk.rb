# frozen_string_literal: true

require 'fluent/plugin/output'
require_relative 'bulk/bulk_client'
require_relative 'bulk/bulk_document'
require_relative 'bulk/bulk_lines'
require_relative 'bulk/delivery_listeners'
require_relative 'bulk/patience'
require_relative 'dead_letters/error_label'
require_relative 'common/metrics'
require_relative 'common/rare_log'
require_relative 'common/spread_retries'

module Fluent
  module Plugin
    # Stores events in data streams of Elasticsearch. fluent-plugin-elasticsearch packs records with msgpack, unpacks
    # them one by one and makes JSON of them when they are sent, which is more than half of what a collector does, and
    # it fails whole chunks for the content of one record. Here a chunk is a request body, made when events enter it.
    class ElasticsearchBulkOutput < Output
      Fluent::Plugin.register_output('elasticsearch_bulk', self)
      include Efk::DeliveryListeners
      include Efk::SpreadRetries

      helpers :event_emitter

      desc 'Base URL of Elasticsearch, https://host:port'
      config_param :url, :string
      desc 'User'
      config_param :user, :string, default: nil
      desc 'Password of the user'
      config_param :password, :string, default: nil, secret: true
      desc 'API key in its encoded form, instead of a user'
      config_param :api_key, :string, default: nil, secret: true
      desc "File with the authorities that sign the certificate of Elasticsearch; without it the system's"
      config_param :ca_file, :string, default: nil
      desc 'Major version of the API, 8 or 9'
      config_param :compatible_with, :integer, default: 9
      desc 'Name of the data stream'
      config_param :data_stream, :string, default: 'logs-${tag}-default'
      desc 'Time in which Elasticsearch must answer'
      config_param :request_timeout, :time, default: 60

      SETTINGS = %i[url user password api_key ca_file compatible_with data_stream request_timeout].freeze
      # Pauses before documents that were refused for a while are sent again; then the chunk goes back. In seconds.
      PAUSES = [0.5, 1, 2, 4].freeze
      # A text of this share of a chunk fits into one, with other fields and however much of it must be escaped.
      SHARE = 16

      def multi_workers_ready? = true
      def formatted_to_msgpack_binary? = false

      def configure(conf)
        super
        placeholder_validate!(:data_stream, @data_stream)
        mistake = Efk::BulkClient.mistake(settings)
        raise Fluent::ConfigError, mistake if mistake

        @rare_log = Efk::RareLog.new(log)
        @lines = Efk::BulkLines.new
        @documents = counter(:documents_total, 'Documents by what became of them', %i[route result])
        @repeated = counter(:repeated_documents_total, 'Documents that were refused for a while', [:route])
      end

      def start
        super
        @client = Efk::BulkClient.new(settings)
        @error_router = Efk::ErrorLabel.router
      end

      def close
        super
        @client&.close
      end

      # Called by the thread that reads: a record that cannot be stored must not keep the others of its batch away.
      def format(tag, time, record)
        record = Efk::BulkDocument.timed(record, time) unless record.key?('@timestamp')
        lines = @lines.of(record)
        limit = @buffer.chunk_limit_size
        return lines if lines.bytesize <= limit

        Efk::BulkDocument.other_form(record, 'too_large', 'larger than a chunk', limit / SHARE)
      rescue StandardError => e
        router.emit_error_event(tag, time, record, e)
        nil
      end

      def write(chunk)
        tag = chunk.metadata.tag
        delivery = @client.deliver(tag, chunk.read, chunk.size, again: again(tag))
        bury(tag, delivery.dead)
        delivery.results.each { |result, n| @documents.increment(by: n, labels: { route: tag, result: result }) }
        say(tag, delivery)
        tell(tag, chunk, delivery)
      end

      private

      def settings
        SETTINGS.to_h { |name| [name, public_send(name)] }
      end

      def counter(name, text, labels)
        Efk::Metrics.counter(:"fluentd_elasticsearch_bulk_#{name}", text, labels)
      end

      def pauses
        PAUSES
      end

      def again(tag)
        patience = Efk::Patience.new(pauses) { |pause| waited?(spread(pause)) }
        lambda do |number|
          patience.again?(number).tap { |goes_on| @repeated.increment(by: number, labels: { route: tag }) if goes_on }
        end
      end

      # False when Fluentd stops.
      def waited?(seconds)
        deadline = Fluent::Clock.now + seconds
        sleep 0.1 until stopped? || Fluent::Clock.now >= deadline
        !stopped?
      end

      # Straight to the label: Fluentd logs each record that goes there by `emit_error_event`.
      def bury(tag, dead)
        return if dead.empty?
        return @error_router.emit_stream(tag, letters(dead)) if @error_router

        refused = UnrecoverableError.new('refused by Elasticsearch in every form')
        dead.each { |letter| router.emit_error_event(tag, EventTime.now, letter.first.record, refused) }
      end

      def letters(dead)
        dead.each_with_object(MultiEventStream.new) do |(entry, item), events|
          events.add(EventTime.now, entry.record.merge('_error' => { 'type' => item.type, 'message' => item.reason }))
        end
      end

      # Without any content, and without reasons, which quote content.
      def say(tag, delivery)
        return if delivery.refusals.empty?

        @rare_log.warn(tag, 'Elasticsearch refuses documents', route: tag, types: delivery.refusals,
                                                               results: delivery.results)
      end
    end
  end
end
