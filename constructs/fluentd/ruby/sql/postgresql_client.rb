# frozen_string_literal: true

module Efk
  # Rows of PostgreSQL. The server itself makes JSON of a row, which knows its types.
  class PostgresqlClient
    # A server that is away without a word is noticed within a minute.
    PATIENCE = { connect_timeout: 10, keepalives_idle: 20, keepalives_interval: 10, keepalives_count: 3,
                 tcp_user_timeout: 50_000 }.freeze

    # +settings+ and +names+ are those of SqlRowsInput.
    def initialize(settings, names)
      # Only where it is used: the official image has no client.
      require 'pg'
      @settings = {
        host: settings.host, port: settings.port, user: settings.user, password: settings.password,
        dbname: settings.database, sslmode: settings.ca_path ? 'verify-full' : 'disable',
        sslrootcert: settings.ca_path, application_name: 'fluentd', **PATIENCE
      }.compact
      @table, @key, @time = names.to_a.map { |name| name && quote(name) }
    end

    # Up to +limit+ rows with a key behind +after+, or from the first on, in the order of the key: key, time and JSON.
    def rows(after, limit)
      time = @time ? "to_char(row.#{@time} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.USZ')" : 'NULL'
      where = after ? "row.#{@key} > $1" : "row.#{@key} IS NOT NULL"
      sql = "SELECT row.#{@key}, #{time}, to_jsonb(row) FROM #{@table} AS row WHERE #{where} " \
            "ORDER BY row.#{@key} LIMIT #{limit}"
      connection.exec_params(sql, after ? [after] : []).values
    rescue StandardError
      close
      raise
    end

    def close
      @connection&.close
    rescue PG::Error
      nil
    ensure
      @connection = nil
    end

    private

    def quote(name)
      name.split('.').map { |part| PG::Connection.quote_ident(part) }.join('.')
    end

    # A time without a zone becomes one of the session's zone when it is written.
    def connection
      @connection ||= PG.connect(**@settings).tap { |connection| connection.exec("SET TimeZone TO 'UTC'") }
    end
  end
end
