# frozen_string_literal: true

require_relative '../pattern'

module Efk
  # Redacts fields: all keys and values, at any depth. What has nothing in it stays the same object.
  class RedactedFields
    NONE = [].freeze
    # In the place of what is left out.
    REMOVED = Object.new
    # Below such a number all digits are written.
    EXPONENT = 1e10
    SECRET = 40

    # +texts+ are the RedactedTexts of the record.
    def initialize(texts)
      @texts = texts
    end

    # +value+, whose numbers become texts where they are redacted.
    def of(value)
      walk(value, NONE) { |number| number }
    end

    # +value+ without the numbers that are redacted, for which the block is called; nil if it is one. What is below the
    # keys +ours+ stays.
    def of_typed(value, ours)
      redacted = walk(value, ours) do
        yield
        REMOVED
      end
      redacted unless redacted.equal?(REMOVED)
    end

    private

    def walk(value, ours, &)
      case value
      when String then text(value)
      when Integer, Float then number(value, &)
      when Hash then object(value, ours, &)
      when Array then list(value, &)
      else value
      end
    end

    def text(value)
      @texts.of(Pattern.text(value))
    end

    # Also as it is written without an exponent.
    def number(number)
      forms = [number.to_s]
      forms << number.to_i.to_s if number.is_a?(Float) && number.finite? && number.abs >= EXPONENT
      forms.each do |form|
        redacted = @texts.of(form)
        return yield(redacted) unless redacted.equal?(form)
      end
      number
    end

    def list(values, &)
      redacted = values.map { |each| walk(each, NONE, &) }
      return values if values.each_index.all? { |index| redacted[index].equal?(values[index]) }

      redacted.reject { |each| each.equal?(REMOVED) }
    end

    def object(fields, ours, &)
      redacted = fields.each_with_object({}) do |(key, before), kept|
        ours.include?(key) ? kept[key] = before : put(kept, text(key.to_s), below(key, before, &))
      end
      same?(fields, redacted) ? fields : redacted
    end

    def same?(fields, redacted)
      fields.size == redacted.size && fields.all? { |key, value| redacted.key?(key) && redacted[key].equal?(value) }
    end

    # A text may be a secret because of its key.
    def below(key, before, &)
      after = walk(before, NONE, &)
      return after unless after.is_a?(String) && after.size == SECRET && key.to_s.match?(/key\z/i)

      named = text("#{key}: #{after}").delete_prefix("#{key}: ")
      named == after ? after : named
    end

    # Two keys may be the same when they are redacted.
    def put(fields, name, value)
      return if value.equal?(REMOVED)

      number = 2
      free = name
      while fields.key?(free)
        free = "#{name} #{number}"
        number += 1
      end
      fields[free] = value
    end
  end
end
