# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/common/rare_log'

class RareLogTest < Test::Unit::TestCase
  setup do
    @now = 0
    @said = []
    @rare = Efk::RareLog.new(self, interval: 60, clock: -> { @now })
  end

  def warn(message, fields)
    @said << [message, fields]
  end

  test 'a kind is said once in a while, with how often it was not' do
    3.times { @rare.warn(:a, 'refused', route: 'shop') }
    @now = 61
    2.times { @rare.warn(:a, 'refused', route: 'shop') }

    assert_equal([['refused', { route: 'shop' }], ['refused', { route: 'shop', not_logged: 2 }]], @said)
  end

  test 'kinds do not hide each other' do
    @rare.warn(:a, 'first')
    @rare.warn(:b, 'second')

    assert_equal([['first', {}], ['second', {}]], @said)
  end
end
