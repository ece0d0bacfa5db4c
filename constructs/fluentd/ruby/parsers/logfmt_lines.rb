# frozen_string_literal: true

require 'strscan'
require_relative 'text_value'

module Efk
  # Lines of `key=value`, as Go's loggers and Heroku write them: https://brandur.org/logfmt. Values are quoted if need
  # be; a key without a value is true. A line that does not begin with a pair is text, though pairs may be in it.
  class LogfmtLines
    KEY = /[^\s="[:cntrl:]]{1,256}/
    PAIR = /(#{KEY})=/
    QUOTED = /"((?:[^"\\]|\\.)*+)"/m
    PLAIN = /[^\s"]\S*+|/
    GAP = /[ \t]+|\z/
    ESCAPE = /\\(?:u\h{4}|.)/m
    CODED = 6
    ESCAPES = { 'n' => "\n", 't' => "\t", 'r' => "\r" }.freeze
    # More are no line of a log, but a dump.
    MOST_KEYS = 256

    def read(text)
      scanner = StringScanner.new(text)
      scanner.skip(/[ \t]*/)
      scanner.check(PAIR) ? pairs(scanner, {}) : nil
    end

    # The pairs in what is left; nil if something else is in it.
    def pairs(scanner, fields)
      until scanner.eos?
        key = scanner.scan(KEY) or return
        fields[key] = scanner.skip(/=/) ? value(scanner) : true
        return if fields[key].nil? || fields.size > MOST_KEYS || scanner.skip(GAP).nil?
      end
      fields
    end

    private

    def value(scanner)
      return TextValue.of(scanner[0]) if !scanner.check(/"/) && scanner.scan(PLAIN)

      unescaped(scanner[1]) if scanner.scan(QUOTED)
    end

    def unescaped(text)
      return text unless text.include?('\\')

      text.gsub(ESCAPE) do |escape|
        escape.size == CODED ? character(escape[2..].hex) : ESCAPES.fetch(escape[1], escape[1])
      end
    end

    # Half of a surrogate pair is no character.
    def character(code)
      code.between?(0xD800, 0xDFFF) ? "\uFFFD" : [code].pack('U')
    end
  end
end
