# frozen_string_literal: true

require_relative 'text_value'

module Efk
  # Labelled tab-separated values (ltsv.org). A line without a tab is text, though it may have a colon.
  class LtsvLines
    FIELD = /\A([0-9A-Za-z_.-]{1,256}):(.*)\z/m
    MOST_FIELDS = 256

    def read(text)
      parts = text.split("\t", MOST_FIELDS + 1)
      return if parts.size < 2 || parts.size > MOST_FIELDS

      fields = {}
      parts.each do |part|
        match = FIELD.match(part) or return nil
        fields[match[1]] = TextValue.of(match[2])
      end
      fields
    end
  end
end
