# frozen_string_literal: true

require 'digest'
require 'fluent/time'
require 'json'
require 'securerandom'
require 'time'
require_relative '../fit/json_fields'
require_relative '../fit/storable_fields'
require_relative '../network/pieces'

module Efk
  # Makes records of the events of an input that are like those of containers: with a time, a message, an identity, a
  # data stream and a treatment. The mapping of Elasticsearch is closed, so what the input has not made itself goes
  # below `json`.
  class CompletedEvents
    # What every record may have.
    OWN = %w[@timestamp message _id].freeze

    # An event without a message is shown as what it is, and searched below `json`. In bytes.
    SHOWN = 32_768

    # +settings+ has `input` (its name), `data_stream`, `treatment`, `fields` (of records, which the input makes),
    # `identity` (fields that no two events have alike), `path_field` and `node_name`.
    def initialize(settings)
      @name = settings.input.dup.freeze
      @data_stream = settings.data_stream.freeze
      @treatment = settings.treatment
      @kept = [*OWN, *settings.fields]
      @identity = settings.identity
      @path_field = settings.path_field
      @node = node(settings.node_name)
      @longest = settings.max_event_size
      @json = JsonFields.new
    end

    # Yields the records of an event, of which there are several if its message is long.
    def records(time, given)
      record = record(time, given)
      message = record['message']
      return yield(record) unless long?(message)

      number = -1
      Pieces.each(message, @longest) do |piece, more|
        number += 1
        yield part(record, piece, number, more)
      end
    end

    private

    # A new record. The one that is given may be emitted again by its input.
    def record(time, given)
      # An object that somebody calls a message is no text.
      record = given.slice(*@kept).delete_if { |key, value| key == 'message' && value.is_a?(Enumerable) }
      rest = given.except(*record.keys, @path_field)
      record['_id'] ||= id(time, given)
      record['@timestamp'] ||= text(time)
      add_rest(record, rest)
      add_place(record, given)
      mark(record)
    end

    def text?(message)
      message.is_a?(String) && message.encoding == Encoding::UTF_8 && message.valid_encoding?
    end

    def long?(message)
      message.is_a?(String) && message.bytesize > @longest
    end

    # All but the last are marked, unless the input itself has more of it. Their order is that of their identities.
    def part(record, piece, number, more)
      log = { 'offset' => number, **record['log'].to_h }
      log['flags'] = [*log['flags'], 'partial'].uniq if more
      { **record, 'message' => piece, '_id' => "#{record['_id']}-#{number}", 'log' => log }
    end

    def node(name)
      { 'host' => name.dup.freeze }.freeze if name
    end

    def add_rest(record, rest)
      record['json'] = with_fields(record['message'], rest) unless rest.empty?
      record['message'] ||= rest.empty? ? '' : shown(rest)
    end

    # With the fields of a message that is an object of JSON, which nobody reads later beside others. Where both have a
    # field it is the one beside the message, since the message stays as it is.
    def with_fields(message, rest)
      return rest unless text?(message) && !long?(message)

      (@json.of(message) || {}).merge(rest)
    rescue StorableFields::Unstorable
      rest
    end

    def add_place(record, given)
      record['log'] = { **record['log'].to_h, 'file' => { 'path' => given[@path_field] } } if @path_field
      record['kubernetes'] = @node if @node
    end

    def mark(record)
      record['event'] = { 'dataset' => @name }.merge(record['event'] || {})
      record['data_stream'] = @data_stream
      record['_treatment'] = @treatment if @treatment
      record
    end

    # What cannot be written as JSON is withheld from the fields too.
    def shown(fields)
      JSON.generate(fields).byteslice(0, SHOWN).scrub('')
    rescue StandardError, SystemStackError
      fields.keys.join(' ')
    end

    # Of an event that has none of its own it is made once, here: what is sent again from the buffer has the same.
    def id(time, given)
      return "#{time_id(time)}-#{SecureRandom.urlsafe_base64(12)}" if @identity.empty?

      Digest::SHA256.hexdigest(JSON.generate([@name, *given.values_at(*@identity)])).slice(0, 32)
    end

    # Lucene looks up neighbours faster.
    def time_id(time)
      nanoseconds = time.is_a?(Fluent::EventTime) ? time.nsec : 0
      ((time.to_i * 1_000_000_000) + nanoseconds).to_s(36)
    end

    def text(time)
      return Time.at(time.to_i).utc.iso8601(9) unless time.is_a?(Fluent::EventTime)

      Time.at(time.sec, time.nsec, :nsec).utc.iso8601(9)
    end
  end
end
