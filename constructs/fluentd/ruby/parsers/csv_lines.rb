# frozen_string_literal: true

require 'strscan'
require_relative 'text_value'

module Efk
  # Lines of values with a separator between them, which may be quoted: RFC 4180. A line with fewer or more values than
  # there are columns is text. Of an empty value there is no field.
  class CsvLines
    def initialize(columns, separator: ',', quote: '"')
      @columns = columns
      mark = Regexp.escape(quote)
      @plain = /[^#{Regexp.escape(separator)}#{mark}]*/
      @quoted = /#{mark}((?:[^#{mark}]|#{mark}#{mark})*+)#{mark}/
      @mark = quote
      @separator = /#{Regexp.escape(separator)}/
    end

    def read(text)
      scanner = StringScanner.new(text)
      fields = {}
      @columns.each_with_index do |column, index|
        return nil if index.positive? && !scanner.skip(@separator)

        value = value(scanner)
        fields[column] = value unless value == ''
      end
      fields if scanner.eos?
    end

    private

    def value(scanner)
      return scanner[1].gsub(@mark * 2, @mark) if scanner.scan(@quoted)

      TextValue.of(scanner.scan(@plain))
    end
  end
end
