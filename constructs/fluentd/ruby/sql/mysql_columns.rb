# frozen_string_literal: true

require 'json'

module Efk
  # The columns of a table of MySQL: makes JSON of a row as PostgreSQL does, of the texts that the server sends.
  class MysqlColumns
    NUMBERS = %w[tinyint smallint mediumint int bigint decimal float double year].freeze
    # What may be any bytes, which PostgreSQL writes as `\x` and hexadecimal digits.
    BYTES = %w[binary varbinary tinyblob blob mediumblob longblob bit geometry point linestring polygon multipoint
               multilinestring multipolygon geometrycollection geomcollection vector].freeze
    # A number of JSON; one that is filled up with zeros is none.
    NUMBER = /\A-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?\z/i

    # +columns+ are pairs of name and type.
    def initialize(columns)
      @types = columns.to_h { |name, type| [name.dup.force_encoding(Encoding::UTF_8), type.downcase] }
      @heads = @types.keys.map { |name| JSON.generate(name) }
    end

    def names = @types.keys

    def bytes?(column) = BYTES.include?(@types[column])

    def number?(column, value)
      NUMBERS.include?(@types[column]) && value.match?(NUMBER)
    end

    # Values in the order of the columns.
    def json(values)
      fields = @heads.zip(@types.each_value, values).map { |head, type, value| "#{head}: #{value(type, value)}" }
      "{#{fields.join(', ')}}"
    end

    # The value of a column as a time of ISO 8601, which is UTC where it has no zone.
    def time(column, value)
      @types[column] == 'date' ? "#{value}T00:00:00Z" : "#{value.sub(' ', 'T')}Z"
    end

    private

    WRITTEN = {
      **NUMBERS.to_h { |type| [type, :number] }, **BYTES.to_h { |type| [type, :bytes] },
      'json' => :utf8, 'datetime' => :datetime, 'timestamp' => :timestamp
    }.freeze
    private_constant :WRITTEN

    def value(type, value)
      value.nil? ? 'null' : send(WRITTEN.fetch(type, :string), value)
    end

    def number(value) = value.match?(NUMBER) ? value : string(value)
    def bytes(value) = "\"\\\\x#{value.unpack1('H*')}\""
    def datetime(value) = string(value.sub(' ', 'T'))
    def timestamp(value) = string("#{value.sub(' ', 'T')}+00:00")

    def string(value)
      JSON.generate(utf8(value))
    end

    def utf8(value)
      value.dup.force_encoding(Encoding::UTF_8).scrub
    end
  end
end
