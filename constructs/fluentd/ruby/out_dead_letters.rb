# frozen_string_literal: true

require 'English'
require 'fluent/plugin/output'
require_relative 'dead_letters/dead_letter'
require_relative 'dead_letters/dead_letter_files'
require_relative 'dead_letters/error_label'
require_relative 'common/metrics'
require_relative 'common/rare_log'

module Fluent
  module Plugin
    # Keeps records that could not be stored in files on the node, for the label @ERROR. Without a buffer, which drains
    # one chunk a second and opens two files for each event, and with a bound that costs the oldest, not everything.
    # What is an error only because a buffer is full goes back to where it came from.
    class DeadLettersOutput < Output
      Fluent::Plugin.register_output('dead_letters', self)

      desc 'Folder of the files'
      config_param :path, :string
      desc 'Size of a file'
      config_param :max_file_size, :size, default: 8 * 1024 * 1024
      desc 'Size of all files; the oldest is removed when it is exceeded'
      config_param :max_size, :size, default: 64 * 1024 * 1024

      # Values of a label; more are counted as `other`.
      MAX_LABELS = 100

      def configure(conf)
        super
        raise Fluent::ConfigError, 'max_size must be at least twice max_file_size' if @max_size < 2 * @max_file_size

        @rare_log = Efk::RareLog.new(log)
        @labels = Hash.new { |known, value| known.size < MAX_LABELS ? known[value] = value : 'other' }
        create_metrics
        @files = Efk::DeadLetterFiles.new(@path, max_file_size: @max_file_size, max_size: @max_size) do |records, bytes|
          removed(records, bytes)
        end
      end

      def start
        super
        Efk::ErrorLabel.new { |error| lost(1, error) }.take_over(context_router)
      end

      def process(tag, events)
        overflow = Efk::DeadLetter.overflow($ERROR_INFO)
        raise overflow if overflow

        keep(tag, events.map { |time, record| Efk::DeadLetter.new(tag, time, record, $ERROR_INFO) })
      end

      private

      def create_metrics
        @records = counter(:records_total, 'Records that could not be stored', %i[route reason])
        @lost = counter(:lost_records_total, 'Records that could not be kept as dead letters either')
        @removed_records = counter(:removed_records_total, 'Dead letters removed to make room for newer ones')
        @removed_bytes = counter(:removed_bytes_total, 'Size of dead letters removed to make room for newer ones')
      end

      def counter(name, text, labels = [])
        Efk::Metrics.counter(:"fluentd_dead_letters_#{name}", text, labels)
      end

      # Never raises: there is nowhere else to go.
      def keep(tag, letters)
        kept = 0
        @files.append(letters.map { |letter| letter.line(@max_file_size) }) { |more| kept += more }
      rescue StandardError => e
        lost(letters.size - kept, e)
      ensure
        count(tag, letters)
      end

      def count(tag, letters)
        letters.group_by { |letter| letter.error['type'].to_s }.each do |reason, group|
          labels = { route: @labels[tag], reason: @labels[reason] }
          @records.increment(by: group.size, labels: labels)
          @rare_log.warn(labels, 'records are dead letters', { records: group.size, **labels })
        end
      end

      def removed(records, bytes)
        @removed_records.increment(by: records)
        @removed_bytes.increment(by: bytes)
        @rare_log.warn(:removed, 'the oldest dead letters are removed', records: records, bytes: bytes)
      end

      def lost(records, error)
        @lost.increment(by: records)
        @rare_log.warn(:lost, 'dead letters cannot be kept', records: records, error: error.class)
      end
    end
  end
end
