# frozen_string_literal: true

module Efk
  # A value as text lines have it: a number if it is written as JSON would write it, so that `007` and `1.50` stay what
  # they are.
  module TextValue
    INTEGER = /\A(?:0|-?[1-9]\d{0,17})\z/
    DECIMAL = /\A-?(?:0|[1-9]\d{0,14})\.\d{1,14}\z/
    # What is no number, by its last byte: most texts.
    DIGITS = (0x30..0x39)

    module_function

    def of(text)
      return text unless DIGITS.cover?(text.getbyte(-1) || 0)
      return text.to_i if INTEGER.match?(text)

      decimal(text) || text
    end

    def decimal(text)
      return unless DECIMAL.match?(text)

      number = text.to_f
      number if number.to_s == text
    end
  end
end
