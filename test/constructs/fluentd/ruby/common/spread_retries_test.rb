# frozen_string_literal: true

require 'test/unit'
require 'fluent/test'
require 'fluent/test/driver/output'
require 'fluent/plugin/output'
require_relative '../../../../../constructs/fluentd/ruby/common/spread_retries'

class SpreadRetriesTest < Test::Unit::TestCase
  setup { Fluent::Test.setup }

  # An output that fails.
  class FailingOutput < Fluent::Plugin::Output
    include Efk::SpreadRetries

    def write(_chunk) = raise('away')
    def pause = spread(10)
  end

  def output
    Fluent::Test::Driver::Output.new(FailingOutput).configure('<buffer>
      retry_wait 10s
    </buffer>').instance
  end

  # The first one is never changed by chance; this one is 20 s without it.
  def second_pause
    state = output.retry_state(true)
    state.step
    state.next_time - state.start
  end

  test 'pauses of Fluentd are between half as long and half as long again' do
    pauses = Array.new(300) { second_pause }

    assert_in_delta(10, pauses.min, 1)
    assert_in_delta(30, pauses.max, 1)
  end

  test 'so are pauses of our own' do
    pauses = Array.new(300) { output.pause }

    assert_in_delta(5, pauses.min, 0.5)
    assert_in_delta(15, pauses.max, 0.5)
  end
end
