# frozen_string_literal: true

require_relative '../treatments/pattern'
require_relative 'text_value'

module Efk
  # Lines of a format of one's own: each group of a pattern is a field. +names+ are their names, in order; without them
  # groups have names. What a group does not match has no field.
  class PatternLines
    def initialize(pattern, names = nil)
      @pattern = Pattern.compile(pattern)
      @names = names || @pattern.names
    end

    def read(text)
      match = @pattern.match(text) or return
      fields = {}
      match.captures.each_with_index do |value, index|
        fields[@names[index]] = TextValue.of(value) unless value.nil? || value.empty?
      end
      fields
    rescue Regexp::TimeoutError
      nil
    end
  end
end
