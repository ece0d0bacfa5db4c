# frozen_string_literal: true

require 'digest'
require 'fluent/plugin/input'
require_relative 'inputs/repeated_reading'
require_relative 'network/saved_position'
require_relative 'sql/mysql_client'
require_relative 'sql/postgresql_client'
require_relative 'sql/sql_rows'

module Fluent
  module Plugin
    # Reads the rows that are added to a table of PostgreSQL or MySQL. fluent-plugin-sql saves its position by writing
    # over the old one, gives rows no identity, misses those that are committed late, and needs ActiveRecord besides the
    # client.
    class SqlRowsInput < Input
      Fluent::Plugin.register_input('sql_rows', self)
      helpers :thread
      include Efk::RepeatedReading

      # Rows of a block are asked for again after a failure. In seconds.
      PAUSE = 2

      CLIENTS = { postgresql: Efk::PostgresqlClient, mysql: Efk::MysqlClient }.freeze

      Names = Struct.new(:table, :key, :time)

      desc 'Tag of the events.'
      config_param :tag, :string
      desc 'What the database is; MariaDB is one of MySQL.'
      config_param :system, :enum, list: CLIENTS.keys, default: :postgresql
      desc 'Host of the database.'
      config_param :host, :string
      desc 'Port of the database.'
      config_param :port, :integer
      desc 'Name of the database.'
      config_param :database, :string
      desc 'User that may read the table.'
      config_param :user, :string
      desc 'Password of the user.'
      config_param :password, :string, secret: true
      desc 'File with the authority of the certificate of the database; without it there is no TLS.'
      config_param :ca_path, :string, default: nil
      desc 'Table, with its schema if there is one.'
      config_param :table, :string
      desc 'Column that identifies a row and grows with each.'
      config_param :key_column, :string
      desc 'Column with the time of a row; without it, the time of reading.'
      config_param :time_column, :string, default: nil
      desc 'Time between two looks for new rows.'
      config_param :interval, :time, default: 5
      desc 'Longest time that a transaction takes which adds rows.'
      config_param :settle, :time, default: 60
      desc 'File in which the position is saved.'
      config_param :pos_file, :string

      def start
        super
        count_failures
        @position = Efk::SavedPosition.new(@pos_file)
        @client = CLIENTS[@system].new(self, Names.new(@table, @key_column, @time_column))
        @rows = Efk::SqlRows.new(@client, @settle)
        thread_create(:sql_rows) { read_on while thread_current_running? }
      end

      def close
        super
        @client&.close
      end

      private

      def read_on
        position = @rows.read_from(@position.load) { |rows| router.emit_stream(@tag, stream(rows)) }
        @position.save(position) if position
        wait(@interval)
      rescue StandardError => e
        failed(e, 'rows could not be read and will be')
        wait(PAUSE)
      end

      def stream(rows)
        events = MultiEventStream.new
        rows.each do |key, time, text|
          record = { 'message' => text, '_id' => Digest::SHA256.hexdigest([@tag, @table, key].join("\0")).slice(0, 32) }
          events.add(time_of(time), record)
        end
        events
      end

      def time_of(text)
        text ? Fluent::EventTime.from_time(Time.iso8601(text)) : Fluent::EventTime.now
      rescue ArgumentError
        Fluent::EventTime.now
      end
    end
  end
end
