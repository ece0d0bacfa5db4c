# frozen_string_literal: true

require_relative 'field'
require_relative 'pattern'

module Efk
  # Conditions of fields, all of which must be fulfilled. A field that is missing fulfils none.
  class Conditions
    # +conditions+ has what a field must be by the name of the field: a value, a list of values, or an object with some
    # of `not` (a value or a list), `at_least` and `below` (numbers), and `matches` (the source of a pattern). Where a
    # value stands there may be an object with `matches` alone.
    def initialize(conditions)
      first, *@others = conditions.map { |name, condition| [Field.new(name), test_of(condition)] }
      @field, @test = first
      @alone = @others.empty?
    end

    # What a record must have to fulfil them.
    def top = @field.top

    # The first is asked by itself: most have no other, and most records do not fulfil it (measured: half the time).
    def fulfilled?(record)
      value = @field.get(record)
      return false if value.nil? || !@test.call(value)

      @alone || @others.all? do |field, test|
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
      return tests.first if tests.size == 1

      ->(value) { tests.all? { |test| test.call(value) } }
    end

    def among(operand)
      patterns, values = (operand.is_a?(Array) ? operand : [operand]).partition { |each| each.is_a?(Hash) }
      patterns.map! { |each| Pattern.new(each.fetch('matches')) }
      return one_of(values) if patterns.empty?

      ->(value) { values.include?(value) || patterns.any? { |pattern| pattern.match?(value) } }
    end

    # Texts are looked up; numbers are compared, since 200 is 200.0.
    def one_of(values)
      return ->(value) { values.include?(value) } unless values.all?(String)

      texts = values.to_set
      ->(value) { texts.include?(value) }
    end

    def none_of(operand)
      test = among(operand)
      ->(value) { !test.call(value) }
    end

    def match_of(pattern)
      ->(value) { pattern.match?(value) }
    end

    def word_test(word, operand)
      case word
      when 'not' then none_of(operand)
      when 'matches' then match_of(Pattern.new(operand))
      when 'at_least' then ->(value) { value.is_a?(Numeric) && value >= operand }
      when 'below' then ->(value) { value.is_a?(Numeric) && value < operand }
      else raise Fluent::ConfigError, "a condition must be one of not, matches, at_least and below, got #{word}"
      end
    end
  end

  # Conditions of which some must be fulfilled. Those of fields that a record does not have are not asked one by one.
  class AnyConditions
    # +list+ are Conditions.
    def initialize(list)
      @by_top = list.group_by(&:top).to_a
    end

    def fulfilled?(record)
      @by_top.any? { |top, list| record.key?(top) && list.any? { |conditions| conditions.fulfilled?(record) } }
    end
  end
end
