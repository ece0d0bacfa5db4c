# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'inputs/journal_reader'
require_relative 'inputs/pauses'
require_relative 'inputs/repeated_reading'
require_relative 'network/saved_position'

module Fluent
  module Plugin
    # Reads the journal of systemd on a node. Its position is saved when the pipeline has taken the entries. in_systemd
    # passes over entries that fail, waits within its timer while the buffer is full, and then stops for good
    # (fluent-plugins-nursery/fluent-plugin-systemd#70).
    class JournalInput < Input
      Fluent::Plugin.register_input('journal', self)
      helpers :thread
      include Efk::RepeatedReading

      # Time between two looks at a journal whose end was reached, and after a failure. In seconds.
      POLL = 0.25
      PAUSE = 1

      desc 'Folder of the journal.'
      config_param :path, :string, default: '/var/log/journal'
      desc 'File in which the position is saved.'
      config_param :pos_file, :string
      desc 'Units whose entries are read; all when left out.'
      config_param :units, :array, value_type: :string, default: []
      desc 'Whether the entries of the kernel are read besides those of units.'
      config_param :kernel, :bool, default: false
      desc 'How old the entries may be that are read of a journal that was never read before.'
      config_param :since, :time, default: 86_400
      desc 'Name of the node, for kubernetes.host.'
      config_param :node_name, :string
      desc 'Tag of the events.'
      config_param :tag, :string

      def start
        super
        count_failures
        @pauses = Efk::Pauses.new(@tag, log)
        @position = Efk::SavedPosition.new(@pos_file)
        @reader = Efk::JournalReader.new(@path, Efk::JournalRecord.new(@node_name), units: @units, kernel: @kernel,
                                                                                    since: @since)
        thread_create(:journal) { read_on while thread_current_running? }
      end

      def close
        super
        @reader&.close
      end

      private

      def read_on
        events = MultiEventStream.new
        @cursor ||= @position.load
        cursor = @reader.read(@cursor) { |time, record| events.add(time, record) }
        events.empty? ? sleep(POLL) : take(events, cursor)
      rescue StandardError => e
        failed(e, 'the journal could not be read and will be')
        wait(PAUSE)
      end

      def take(events, cursor)
        router.emit_stream(@tag, events)
        @position.save(cursor)
        @cursor = cursor
      rescue StandardError => e
        @pauses.count(e)
        wait(PAUSE)
      end
    end
  end
end
