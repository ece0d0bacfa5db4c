# frozen_string_literal: true

require 'json'

module Efk
  # Fields as `flattened` can store them, from any that there are. A number beyond 64 bits or 1e308, NaN and what JSON
  # has no value for become their text, bytes that are no UTF-8 become U+FFFD.
  class StorableFields
    # Fields that no mending makes storable. The message says why, in words that hold nothing of the content.
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

    # Returns +fields+, a Hash, as new ones, and yields what was changed: :encoding, :number, each once.
    def of(fields, &)
      changes = Set.new
      whole = object(fields, Place.new(1, 1, -1), changes)
      changes.each(&)
      whole
    end

    # Objects, objects and lists, and bytes of keys down to a value.
    Place = Struct.new(:depth, :nesting, :path) do
      def inside(key)
        bytes = path + 1 + key.bytesize
        raise Unstorable, "the keys of a value have more than #{PATH_BYTES} bytes" if bytes > PATH_BYTES

        Place.new(depth, nesting, bytes)
      end

      def in_object
        Place.new(depth + 1, nesting + 1, path)
      end

      def in_list
        Place.new(depth, nesting + 1, path)
      end
    end
    private_constant :Place

    private

    def object(fields, place, changes)
      raise Unstorable, TOO_DEEP if place.depth > DEPTH || place.nesting > NESTING

      fields.each_with_object({}) do |(key, value), whole|
        name = text(key, changes)
        raise Unstorable, 'a key has the character NUL' if name.include?("\0")

        whole[name] = value(value, place.inside(name), changes)
      end
    end

    def list(values, place, changes)
      raise Unstorable, TOO_DEEP if place.nesting > NESTING

      values.map { |element| value(element, place, changes) }
    end

    def value(value, place, changes)
      case value
      when String, Symbol then text(value, changes)
      when Integer, Float then storable?(value) ? value : as_text(value, changes)
      when Hash then object(value, place.in_object, changes)
      when Array then list(value, place.in_list, changes)
      when true, false, nil then value
      else as_text(value, changes)
      end
    end

    def storable?(number)
      number.is_a?(Integer) ? INTEGERS.cover?(number) : number.finite?
    end

    # A large number, or an object of Ruby: a time, say.
    def as_text(value, changes)
      changes << :number
      text(value, changes)
    end

    def text(value, changes)
      text = value.to_s
      text = text.dup.force_encoding(Encoding::UTF_8) unless text.encoding == Encoding::UTF_8
      return text if text.valid_encoding?

      changes << :encoding
      text.scrub
    end
  end
end
