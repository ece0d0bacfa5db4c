# frozen_string_literal: true

require_relative '../treatments/conditions'

module Efk
  # Conditions of which some must be fulfilled. It is asked of every record, and most have none of the fields, so three
  # of them are looked up without a loop, and nothing is called where there is none. Without YJIT a step of a loop takes
  # as long as looking up a field; so do `nil?` of what is not nil, and `!` of what is now true, now false (measured).
  class AnyConditions
    # +list+ are Conditions.
    # rubocop:disable-next Metrics/AbcSize -- see above
    def initialize(list)
      tops, others = list.partition(&:test_of_top)
      tests = tops.group_by(&:top).transform_values { |same| any_of(same.map(&:test_of_top)) }
      # A name that is nil is not found.
      @first, @second, @third, *further = tests.keys
      @test_of_first, @test_of_second, @test_of_third = tests.values
      @others = further.map { |name| asked(name, tests[name]) } + others.map { |each| each.method(:fulfilled?) }
    end

    # rubocop:disable-next Metrics -- each field is asked for in the same way
    def fulfilled?(record)
      ((top = record[@first]) && @test_of_first.call(top)) ||
        ((top = record[@second]) && @test_of_second.call(top)) ||
        ((top = record[@third]) && @test_of_third.call(top)) ||
        (@others.empty? ? false : @others.any? { |other| other.call(record) })
    end

    private

    def any_of(tests)
      tests.one? ? tests.first : ->(top) { tests.any? { |test| test.call(top) } }
    end

    def asked(name, test)
      lambda do |record|
        top = record[name]
        top ? test.call(top) : false
      end
    end
  end
end
