# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/log_metrics/recent_count'

# How many there were of late.
class RecentCountTest < Test::Unit::TestCase
  setup { @count = Efk::RecentCount.new(180) }

  def add(*times)
    times.each { |time| @count.add(time, time) }
  end

  # What is shown at the times; it is looked at every five seconds.
  def shown(*times, from:)
    seen = (from..times.last).step(5).to_h { |time| [time, @count.peak(time)] }
    seen.values_at(*times)
  end

  test 'what happened within the time counts' do
    add(*Array.new(9) { |i| 1000 + (i * 20) })
    assert_equal 9, @count.peak(1170)
    add(1175)
    assert_equal 10, @count.peak(1176)
  end

  test 'what is too old does not, and the most is shown for a minute' do
    add(1000, 1000, 1001)
    assert_equal [3, 3, 0], shown(1100, 1235, 1240, from: 1000)
  end

  test 'nine within the time and one much later are never ten' do
    add(*Array.new(9) { 1000 })
    assert_equal [9], shown(1190, from: 1000)
    add(1190)
    assert_equal [9, 1, 0], shown(1195, 1245, 1500, from: 1190)
  end

  test 'what is told late counts by its own time' do
    20.times { @count.add(1000, 1179) }
    assert_equal [20, 0], [@count.peak(1180), @count.peak(1260)]
  end

  test 'its memory is bounded' do
    add(*(0...10_000).to_a)
    assert_operator @count.instance_variable_get(:@steps).size, :<=, 37
    assert_operator @count.instance_variable_get(:@peaks).size, :<=, 61
  end
end
