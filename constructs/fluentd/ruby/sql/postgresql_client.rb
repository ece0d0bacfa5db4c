# frozen_string_literal: true

module Efk
  # Rows of PostgreSQL. The server itself makes JSON of a row, which knows its types.
  class PostgresqlClient
    # +settings+ are those of PG.connect.
    def initialize(settings)
      # Only where it is used: the official image has no client.
      require 'pg'
      @settings = settings
    end

    # Up to +limit+ rows with a key behind +after+, or from the first on, in the order of the key.
    def rows(names, after, limit)
      key = names.key
      time = names.time ? "to_char(row.#{names.time} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.USZ')" : 'NULL'
      where = after ? "WHERE row.#{key} > $1" : ''
      sql = "SELECT row.#{key}, #{time}, to_jsonb(row) FROM #{names.table} AS row #{where} " \
            "ORDER BY row.#{key} LIMIT #{limit}"
      connection.exec_params(sql, after ? [after] : []).values
    rescue StandardError
      close
      raise
    end

    # As the server writes it.
    def quote(name)
      name.split('.').map { |part| PG::Connection.quote_ident(part) }.join('.')
    end

    def close
      @connection&.close
    rescue PG::Error
      nil
    ensure
      @connection = nil
    end

    private

    def connection
      @connection ||= PG.connect(**@settings, connect_timeout: 10, application_name: 'fluentd')
    end
  end
end
