# frozen_string_literal: true

require_relative 'field'

module Efk
  # Conditions of fields, all of which must be fulfilled. A field that is missing fulfils none.
  class Conditions
    # +conditions+ has what a field must be by the name of the field: a value, a list of values, or an object with some
    # of `not` (a value or a list), `at_least` and `below` (numbers).
    def initialize(conditions)
      @tests = conditions.map { |name, condition| [Field.new(name), test_of(condition)] }
    end

    def fulfilled?(record)
      @tests.all? do |field, test|
        value = field.get(record)
        !value.nil? && test.call(value)
      end
    end

    private

    def test_of(condition)
      case condition
      when Hash then all_of(condition.map { |word, operand| word_test(word, operand) })
      else among(condition)
      end
    end

    def all_of(tests)
      ->(value) { tests.all? { |test| test.call(value) } }
    end

    def among(operand)
      values = Array(operand)
      ->(value) { values.include?(value) }
    end

    def word_test(word, operand)
      case word
      when 'not' then among(operand).then { |test| ->(value) { !test.call(value) } }
      when 'at_least' then ->(value) { value.is_a?(Numeric) && value >= operand }
      when 'below' then ->(value) { value.is_a?(Numeric) && value < operand }
      else raise Fluent::ConfigError, "a condition must be one of not, at_least and below, got #{word}"
      end
    end
  end
end
