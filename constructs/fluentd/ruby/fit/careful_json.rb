# frozen_string_literal: true

require 'json'

module Efk
  # Reads an object of JSON so that `flattened` can store it: slowly, for the few objects that need it. A number beyond
  # 64 bits or 1e308, and the NaN and Infinity of Python, become their text; half of a surrogate pair becomes U+FFFD.
  class CarefulJson
    # An object that no mending makes storable. The message says why, in words that hold nothing of the content.
    class Unstorable < StandardError; end

    # `depth_limit` of flattened: objects, the outermost included. Lists do not count.
    DEPTH = 20
    # Objects and lists: well below the 100 that writers of JSON take, and the 126 of msgpack.
    NESTING = 64
    TOO_DEEP = "its objects are nested deeper than #{DEPTH}, or its lists too deeply".freeze
    # A term of Lucene has at most 32,766 bytes: the keys on the way with dots between them, NUL, and a value, of which
    # at most 1,024 characters are indexed (`ignore_above`).
    PATH_BYTES = 32_766 - 1 - (3 * 1024)
    INTEGERS = (-(2**63)..((2**64) - 1))

    # Escaped surrogates in a row. Before them stand whole pairs of backslashes at most: one more begins no escape.
    SURROGATES = /(?<!\\)(?:\\\\)*(?:\\u[dD][89a-fA-F]\h\h)+/
    ESCAPE = /\\\\|\\u[dD][89abAB]\h\h\\u[dD][c-fC-F]\h\h|\\u\h{4}/
    HALF = 6

    # Stands for a number that a Float cannot hold.
    LargeNumber = Struct.new(:text) do
      def self.try_convert(text)
        number = Float(text)
        number.finite? ? number : new(text)
      end
    end

    JSON_OF_LOGS = JSON::Coder.new(max_nesting: NESTING, allow_nan: true, allow_duplicate_key: true,
                                   allow_comments: false, decimal_class: LargeNumber)

    # Returns the fields of +text+, and yields what was changed: :surrogate, :number, each once.
    def load(text, &)
      whole = whole_characters(text)
      fields = JSON_OF_LOGS.load(whole)
      changes = Set.new
      changes << :surrogate unless whole == text
      mend_object(fields, 1, -1, changes)
      changes.each(&)
      fields
    rescue JSON::NestingError
      raise Unstorable, TOO_DEEP
    end

    private

    def whole_characters(text)
      text.gsub(SURROGATES) do |escapes|
        escapes.gsub(ESCAPE) { |escape| escape.size == HALF ? '\ufffd' : escape }
      end
    end

    def mend(value, depth, path, changes)
      case value
      when Hash then mend_object(value, depth + 1, path, changes)
      when Array then value.map! { |element| mend(element, depth, path, changes) }
      when Numeric then storable?(value) ? value : as_text(value, changes)
      when LargeNumber then as_text(value.text, changes)
      else value
      end
    end

    def mend_object(object, depth, path, changes)
      raise Unstorable, TOO_DEEP if depth > DEPTH

      object.each { |key, value| object[key] = mend(value, depth, path_with(key, path), changes) }
    end

    def storable?(number)
      number.is_a?(Integer) ? INTEGERS.cover?(number) : number.finite?
    end

    def as_text(number, changes)
      changes << :number
      number.to_s
    end

    def path_with(key, path)
      raise Unstorable, 'a key has the character NUL' if key.include?("\0")

      bytes = path + 1 + key.bytesize
      raise Unstorable, "the keys of a value have more than #{PATH_BYTES} bytes" if bytes > PATH_BYTES

      bytes
    end
  end
end
