# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'canary/canary_lines'
require_relative 'common/outputs'

module Fluent
  module Plugin
    # Follows the lines of a canary until Elasticsearch has stored them, so that "logs arrive, in so many seconds" is a
    # metric. It changes nothing.
    class CanaryFilter < Filter
      Fluent::Plugin.register_filter('canary', self)

      desc 'Namespace of the canary.'
      config_param :namespace, :string
      desc 'Name of its container.'
      config_param :container, :string

      def configure(conf)
        super
        @lines = Efk::CanaryLines.new(@namespace, @container)
      end

      # Outputs are started before filters.
      def start
        super
        Efk::Outputs.all.each do |output|
          output.on_delivery { |*delivered| follow(*delivered) } if output.respond_to?(:on_delivery)
        end
      end

      # Not `filter`, which costs more for each record than this does.
      def filter_stream(tag, events)
        guarded { events.each { |time, record| @lines.enter(tag, record, time) } }
        events
      end

      private

      def follow(tag, chunk, delivery)
        guarded { @lines.delivered(tag, delivery.dead.map { |entry, _| entry.record['_id'] }) { chunk.read } }
      end

      # A canary that fails must neither stop logs nor let them be sent twice.
      def guarded
        yield
      rescue StandardError => e
        log.error 'the canary could not be followed', error: e.class, at: e.backtrace.first
      end
    end
  end
end
