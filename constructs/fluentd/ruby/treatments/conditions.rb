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

    def fulfilled?(record)
      top = record[@field.top]
      !top.nil? && fulfilled_below?(top, record)
    end

    # +top+ is what the record has, and not nil. The first is asked by itself: most have no other, and most records do
    # not fulfil it (measured: half the time).
    def fulfilled_below?(top, record)
      value = @field.below(top)
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

  # Conditions of which some must be fulfilled. Those of fields that a record does not have are not asked one by one.
  class AnyConditions
    # Several of one field of the record.
    Several = Struct.new(:list) do
      def fulfilled_below?(top, record)
        list.any? { |conditions| conditions.fulfilled_below?(top, record) }
      end
    end

    # +list+ are Conditions.
    def initialize(list)
      by_top = list.group_by(&:top)
      @names = by_top.keys
      @conditions = by_top.values.map { |same| same.one? ? same.first : Several.new(same) }
    end

    # Without a block, since it is asked of every record (measured: a third of the time, with YJIT).
    def fulfilled?(record)
      at = -1
      while (name = @names[at += 1])
        top = record[name]
        return true if !top.nil? && @conditions[at].fulfilled_below?(top, record)
      end
      false
    end
  end
end
