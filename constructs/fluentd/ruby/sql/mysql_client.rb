# frozen_string_literal: true

require_relative 'mysql_columns'

module Efk
  # Rows of MySQL and MariaDB, with trilogy, which needs no library of MySQL. It casts no values: one that it could not
  # cast, such as the month 0 that MySQL allows in a date, would keep all rows behind it away.
  class MysqlClient
    # A server that is away without a word is noticed within a minute. In seconds.
    PATIENCE = { connect_timeout: 10, read_timeout: 50, write_timeout: 50 }.freeze

    # Times that have a zone are told in UTC; a backslash escapes, whatever the server is told.
    SESSION = "SET time_zone = '+00:00', sql_mode = ''"

    # +settings+ and +names+ are those of SqlRowsInput.
    def initialize(settings, names)
      # Only where it is used: the official image has no client.
      require 'trilogy'
      @settings = { host: settings.host, port: settings.port, username: settings.user, password: settings.password,
                    database: settings.database, **tls(settings.ca_path), **PATIENCE }
      @names = names
      @table = names.table.split('.').map { |part| quote(part) }.join('.')
    end

    # Up to +limit+ rows with a key behind +after+, or from the first on, in the order of the key: key, time and JSON.
    def rows(after, limit)
      columns = MysqlColumns.new(query(columns_of_table))
      query(statement(columns, after, limit)).map do |key, time, *values|
        [key, time && columns.time(@names.time, time), columns.json(values)]
      end
    rescue StandardError
      close
      raise
    end

    def close
      @connection&.close
    rescue Trilogy::Error
      nil
    ensure
      @connection = nil
    end

    private

    def tls(authority)
      return { ssl_mode: Trilogy::SSL_DISABLED } unless authority

      { ssl_mode: Trilogy::SSL_VERIFY_IDENTITY, ssl_ca: authority, tls_min_version: Trilogy::TLS_VERSION_12 }
    end

    def query(sql)
      @connection ||= connect
      @connection.query(sql).rows
    end

    def connect
      Trilogy.new(@settings.dup).tap do |connection|
        connection.query_flags = Trilogy::QUERY_FLAGS_NONE
        connection.query(SESSION)
      end
    end

    # Asked for each time: a table may get another column.
    def columns_of_table
      name, schema = @names.table.split('.').reverse
      'SELECT column_name, data_type FROM information_schema.columns ' \
        "WHERE table_schema = #{schema ? text(schema) : 'DATABASE()'} AND table_name = #{text(name)} " \
        'ORDER BY ordinal_position'
    end

    def statement(columns, after, limit)
      key = quote(@names.key)
      selected = [columns.bytes?(@names.key) ? "HEX(#{key})" : key, @names.time ? quote(@names.time) : 'NULL',
                  *columns.names.map { |name| quote(name) }]
      where = after ? "#{key} > #{literal(columns, after)}" : "#{key} IS NOT NULL"
      "SELECT #{selected.join(', ')} FROM #{@table} WHERE #{where} ORDER BY #{key} LIMIT #{limit}"
    end

    # A text that is compared with a number would become a floating-point number, of which the largest are alike.
    def literal(columns, value)
      return "X'#{value}'" if columns.bytes?(@names.key)

      columns.number?(@names.key, value) ? value : text(value)
    end

    def quote(name)
      "`#{name.gsub('`', '``')}`"
    end

    def text(value)
      "'#{value.gsub(/['\\]/) { |character| "\\#{character}" }}'"
    end
  end
end
