# frozen_string_literal: true

require 'fluent/msgpack_factory'
require 'json'
require_relative 'careful_json'

module Efk
  # The fields of a message that is an object of JSON. Nearly all are parsed once, by the quickest parser that is strict
  # (measured: Oj's takes as long and lets more pass), and looked over in C; the others are read with care.
  class JsonFields
    OPENING = '{'.ord
    CLOSING = '}'.ord
    SPACE = ' '.ord
    BYTE_ORDER_MARK = "\uFEFF"
    MARK = BYTE_ORDER_MARK.getbyte(0)
    # Python writes them, though they are no JSON.
    NOT_JSON_BUT_NUMBERS = /NaN|Infinity/
    # What the eight bytes of an infinite number begin with in msgpack, behind the sign.
    INFINITE = "\xF0\0\0\0\0\0\0".b

    def initialize
      @quick = JSON::Coder.new(max_nesting: StorableFields::DEPTH, allow_duplicate_key: true, allow_comments: false)
      @careful = CarefulJson.new
      @storable = StorableFields.new
    end

    # Returns the fields of +message+, which is valid UTF-8; nil if it is no object of JSON. Yields what was changed.
    # Raises StorableFields::Unstorable if it is an object that Elasticsearch would refuse.
    def of(message, &)
      message = message.delete_prefix(BYTE_ORDER_MARK) if message.getbyte(0) == MARK
      return unless object?(message)

      (quick(message) unless risky?(message)) || @careful.load(message, &)
    rescue JSON::ParserError
      nil
    end

    private

    # Nil if care is needed.
    def quick(message)
      fields = @quick.load(message)
      return unless plain?(fields)

      # Only in a long one can the keys be too long.
      message.bytesize > StorableFields::PATH_BYTES ? @storable.of(fields) : fields
    rescue JSON::ParserError => e
      raise unless e.is_a?(JSON::NestingError) || NOT_JSON_BUT_NUMBERS.match?(message)
    end

    def object?(message)
      return false unless message.getbyte(0) == OPENING

      last = message.getbyte(-1)
      last == CLOSING || last <= SPACE
    end

    # Whether a key may have NUL, or half of a surrogate pair may become a character that is none.
    def risky?(message)
      message.include?('\\') &&
        (message.include?('\u0000') || message.include?('\ud') || message.include?('\uD'))
    end

    # Whether all numbers are finite and have at most 64 bits. Packing costs a third of a walk in Ruby.
    def plain?(fields)
      packer = Fluent::MessagePackFactory.thread_local_msgpack_packer
      !packer.write(fields).to_s.include?(INFINITE)
    rescue RangeError
      false
    ensure
      packer.reset
    end
  end
end
