# frozen_string_literal: true

require 'json'
require_relative 'storable_fields'

module Efk
  # Reads an object of JSON so that `flattened` can store it: slowly, for the few objects that need it. A number beyond
  # 64 bits or 1e308, and the NaN and Infinity of Python, become their text; half of a surrogate pair becomes U+FFFD.
  class CarefulJson
    # Backslashes that begin no escape, whole pairs of surrogates, and halves. All begin with the same character, which
    # is quick to look for in a long text.
    ESCAPE = /\\\\|\\u[dD][89abAB]\h\h\\u[dD][c-fC-F]\h\h|\\u[dD][89a-fA-F]\h\h/
    HALF = 6

    # Stands for a number that a Float cannot hold.
    LargeNumber = Struct.new(:text) do
      alias_method :to_s, :text

      def self.try_convert(text)
        number = Float(text)
        number.finite? ? number : new(text)
      end
    end

    JSON_OF_LOGS = JSON::Coder.new(max_nesting: StorableFields::NESTING, allow_nan: true, allow_duplicate_key: true,
                                   allow_comments: false, decimal_class: LargeNumber)

    def initialize
      @storable = StorableFields.new
    end

    # Returns the fields of +text+, and yields what was changed: :surrogate, :number, each once.
    def load(text, &)
      whole = whole_characters(text)
      fields = @storable.of(JSON_OF_LOGS.load(whole), &)
      yield :surrogate unless whole == text
      fields
    rescue JSON::NestingError
      raise StorableFields::Unstorable, StorableFields::TOO_DEEP
    end

    private

    def whole_characters(text)
      text.gsub(ESCAPE) { |escape| escape.size == HALF ? '\ufffd' : escape }
    end
  end
end
