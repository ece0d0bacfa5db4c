# frozen_string_literal: true

require 'openssl'

module Efk
  # Replaces what is to be redacted in the texts of one record, and knows what it was.
  class RedactedTexts
    # A pattern of a treatment: how it is called, what finds it, the key of its hash, if it has one, and whether it is a
    # known one, which finds in a text of JSON what it finds in a value of it.
    Rule = Struct.new(:name, :detectors, :key, :known) do
      # +text+ with what the block makes of the mask that stands for a secret.
      def replace(text)
        detectors.inject(text) do |redacted, detector|
          detector.replace(redacted) { |secret| yield secret, mask(detector.normal(secret)) }
        end
      end

      def match?(text)
        detectors.any? { |detector| detector.match?(text) }
      end

      def mask(secret)
        return "[#{name} redacted]" unless key

        "[#{name} #{OpenSSL::HMAC.hexdigest('SHA256', key, secret)[0, HASH]}]"
      end
    end

    # Digits of a hash: 64 bits, of which the key keeps what can be guessed.
    HASH = 16
    # Stand for masks until all patterns were looked for: no pattern is to find anything in a mask.
    SLOTS = (0x100000..0x10FFFD)
    SLOT = /[\u{100000}-\u{10FFFD}]/
    ESCAPES = /\\(?:u(d[89ab]\h\h)\\u(d[c-f]\h\h)|u(\h{4})|(.))/im
    CONTROLS = { 'n' => "\n", 'r' => "\r", 't' => "\t", 'b' => "\b", 'f' => "\f" }.freeze
    # JSON in a text of JSON in a text of JSON.
    NESTED = 3

    # What was replaced, by what; and the names of the patterns that found it.
    attr_reader :made, :found

    def initialize(rules)
      @rules = rules
      @made = {}
      @found = Set.new
    end

    # +text+ without what is to be redacted; the same object if there is nothing. What is hidden in the escapes of JSON
    # is found too, and the text is given without these escapes then.
    def of(text)
      redacted = pass(text)
      RedactedTexts.plainer(redacted) do |plain|
        again = pass(plain)
        return of(again) unless again.equal?(plain)
      end
      redacted
    end

    # Gives the block what +text+ is without the escapes of JSON, and without those that are left.
    def self.plainer(text)
      NESTED.times do
        break unless text.include?('\\')

        yield text = unescaped(text)
      end
    end

    def self.unescaped(text)
      text.gsub(ESCAPES) do
        high, low, code, character = Regexp.last_match.captures
        next character_of(high, low) if high
        next CONTROLS.fetch(character, character) if character

        code.match?(/\Ad[89a-f]/i) ? "\uFFFD" : code.hex.chr(Encoding::UTF_8)
      end
    end

    def self.character_of(high, low)
      (0x10000 + ((high.hex - 0xD800) << 10) + low.hex - 0xDC00).chr(Encoding::UTF_8)
    end
    private_class_method :unescaped, :character_of

    private

    def pass(text)
      masks = @made.values.uniq
      before = with_slots(text, masks)
      redacted = @rules.inject(before) do |current, rule|
        rule.replace(current) { |secret, mask| slot(keep(masks, rule, secret, mask)) }
      end
      return text if redacted == before

      redacted.gsub(SLOT) { |character| masks[character.ord - SLOTS.begin] || character }
    end

    # Masks that stand in +text+ already become their slots.
    def with_slots(text, masks)
      masks.empty? ? text : text.gsub(Regexp.union(masks)) { |mask| slot(masks.index(mask)) }
    end

    # The place of the mask in +masks+.
    def keep(masks, rule, secret, mask)
      @found << rule.name
      @made[secret] = mask
      masks.index(mask) || (masks.push(mask).size - 1)
    end

    def slot(index)
      (SLOTS.begin + index).chr(Encoding::UTF_8)
    end
  end
end
