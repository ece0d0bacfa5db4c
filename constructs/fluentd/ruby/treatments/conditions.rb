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

    # The field of a record in which the first is.
    def top = @field.top

    # What `top` must be to fulfil them, as a procedure that is asked of what is neither nil nor false; nil where that
    # does not decide.
    def test_of_top
      return unless @alone
      return (@test unless @test.call(false)) if @field.top?

      field = @field
      test = @test
      lambda do |top|
        value = field.below(top)
        value.nil? ? false : test.call(value)
      end
    end

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

    def word_test(word, operand)
      case word
      when 'not' then none_of(operand)
      when 'matches' then Pattern.new(operand)
      when 'at_least' then ->(value) { value.is_a?(Numeric) && value >= operand }
      when 'below' then ->(value) { value.is_a?(Numeric) && value < operand }
      else raise Fluent::ConfigError, "a condition must be one of not, matches, at_least and below, got #{word}"
      end
    end
  end
end
