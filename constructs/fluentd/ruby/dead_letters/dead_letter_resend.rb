# frozen_string_literal: true

require 'fileutils'
require 'fluent/time'
require 'json'
require 'time'
require_relative '../bulk/bulk_document'
require_relative '../bulk/bulk_entry'
require_relative 'dead_letter_files'

module Efk
  # Sends the dead letters of a folder again. What is stored is removed, what is refused again is kept. It can be broken
  # off and repeated at any time: documents have ids.
  class DeadLetterResend
    # Bytes of letters that are sent together.
    BATCH = 1024 * 1024
    # What is kept of a file before it takes the place of the file.
    KEPT = 'kept'

    # How many letters became what, as the documents of a delivery; `unreadable` are kept too.
    attr_reader :results

    # The block delivers a body of so many documents for a tag and returns the BulkDelivery.
    def initialize(folder, &deliver)
      @folder = folder
      @deliver = deliver
      @results = Hash.new(0)
    end

    # Raises what the block raises; the letters are still there then.
    def run
      taken.each { |path| replace(path, kept_of(path)) }
      self
    end

    private

    # The files that are there, under names to which Fluentd adds nothing.
    def taken
      DeadLetterFiles.locked(@folder) do
        DeadLetterFiles.list(@folder).map do |path|
          next path if path.end_with?(DeadLetterFiles::SENDING)

          "#{path}#{DeadLetterFiles::SENDING}".tap { |name| File.rename(path, name) }
        end
      end
    end

    def replace(path, lines)
      DeadLetterFiles.locked(@folder) do
        unless lines.empty?
          kept = File.join(@folder, KEPT)
          File.write(kept, lines.join, perm: 0o600)
          File.rename(kept, path.delete_suffix(DeadLetterFiles::SENDING))
        end
        FileUtils.rm_f(path)
      end
    end

    # The lines of a file that must be kept.
    def kept_of(path)
      DeadLetterFiles.batches(File.foreach(path), BATCH).flat_map do |lines|
        readable, others = lines.map { |line| [line, letter(line)] }.partition(&:last)
        @results['unreadable'] += others.size unless others.empty?
        others.map(&:first) + refused(readable)
      end
    end

    def refused(letters)
      letters.group_by { |_, letter| letter['tag'] }.flat_map { |tag, group| send_again(tag, group) }
    end

    def letter(line)
      letter = JSON.parse(line)
      letter if letter.is_a?(Hash) && letter['tag'].is_a?(String) && letter['record'].is_a?(Hash)
    rescue JSON::ParserError
      nil
    end

    # The lines of the letters that are refused again.
    def send_again(tag, letters)
      lines = letters.to_h { |line, letter| [document(letter), line] }
      delivery = @deliver.call(tag, lines.keys.join, lines.size)
      delivery.results.each { |result, number| @results[result] += number }
      delivery.dead.map { |entry, _| lines.fetch(entry.original) }
    end

    def document(letter)
      BulkDocument.lines({ '@timestamp' => letter['time'] }.merge(letter['record']))
    end
  end
end
