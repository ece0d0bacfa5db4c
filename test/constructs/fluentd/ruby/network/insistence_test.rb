# frozen_string_literal: true

require 'fluent/test'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/network/insistence'

# What is given until it is taken.
class InsistenceTest < Test::Unit::TestCase
  # A pipeline that takes nothing for a while.
  Router = Struct.new(:failures, :taken) do
    def emit_stream(tag, events)
      raise 'full' if (self.failures -= 1) >= 0

      taken << [tag, events]
    end
  end

  setup do
    Fluent::Test.setup
    @router = Router.new(0, [])
    @input = "insistence-#{__id__}"
    @insistence = Efk::Insistence.new(@router, @input, Fluent::Test::TestLogger.new)
  end

  def count(name) = Prometheus::Client.registry.get(:"fluentd_input_#{name}_total").get(labels: { input: @input })

  test 'what is not taken is given again, as new events' do
    @router.failures = 2
    made = 0
    @insistence.give { ["attempt #{made += 1}"] }
    assert_equal [[@input, ['attempt 3']]], @router.taken
    assert_equal [2, 0], [count(:pauses), count(:lost_events)]
  end

  test 'when Fluentd stops, what is not taken after some attempts is lost and counted' do
    @router.failures = 100
    @insistence.stop
    @insistence.give { %w[one two] }
    assert_equal [[], 2, Efk::Insistence::LAST_ATTEMPTS], [@router.taken, count(:lost_events), count(:pauses)]
  end

  test 'when Fluentd stops, what is taken is not lost' do
    @router.failures = 3
    @insistence.stop
    @insistence.give { ['one'] }
    assert_equal [1, 0], [@router.taken.size, count(:lost_events)]
  end
end
