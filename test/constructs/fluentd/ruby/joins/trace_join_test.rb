# frozen_string_literal: true

require 'test/unit'
require_relative '../support/trace_feed'

class TraceJoinTest < Test::Unit::TestCase
  def feed(*lines, **limits) = lines.inject(TraceFeed.new(**limits)) { |feed, line| feed << line }

  TRACE = ['java.lang.IllegalStateException: declined', "\tat shop.Cart.pay(Cart.java:7)"].freeze

  test 'an event has the place of its first line and ends with its last' do
    event = feed(*TRACE, 'next').events.fetch(0)
    assert_equal(TRACE.join("\n"), event.text)
    assert_equal([0, TRACE.sum { |line| line.bytesize + 1 }, 2, false], event.to_a.last(4))
  end

  test 'a line that nothing continues is the same object' do
    line = Efk::LogLine.new('2026-11-25T07:00:00Z', 'ready', 'file', 0, 6, 1, false)
    join = Efk::TraceJoin.new
    join.add(line, 1.0) { flunk }
    join.flush_all { |event| assert_same(line, event) }
  end

  test 'JSON is not held, and gives free what is held' do
    fed = feed('ready', '{"level":"info"}')
    assert_equal(['ready', '{"level":"info"}'], fed.texts)
    assert_true(fed.join.empty?)
  end

  test 'JSON may end with white space' do
    assert_equal(["{\"a\":1} \r"], feed("{\"a\":1} \r").texts)
  end

  test 'an error is not joined to the error before it' do
    assert_equal(['starting', 'Error: a', 'Error: b'], feed('starting', 'Error: a', 'Error: b', 'Error: c').texts)
  end

  test 'a storm of errors is not held' do
    fed = feed(*Array.new(100, 'Error: connect ECONNREFUSED'))
    assert_equal(99, fed.events.size)
    assert_equal(100, fed.pause(2).events.size)
  end

  test 'an error with frames is joined to the line before it' do
    assert_equal([['failed', *TRACE].join("\n"), 'next'], feed('failed', *TRACE, 'next').finish)
  end

  test 'a line is given back after the wait, not before' do
    fed = feed('ready')
    assert_equal([], fed.pause(1.9).texts)
    assert_equal(['ready'], fed.pause(0.1).texts)
  end

  test 'a trace is joined that begins after a pause' do
    assert_equal(['ready', TRACE.join("\n")], [*(feed('ready').pause(6) << TRACE[0] << TRACE[1]).pause(2).texts])
  end

  test 'lines that were written apart are not joined, even if they are read together' do
    fed = feed('ready').sleep(3) << "\tat shop.Cart.pay(Cart.java:7)"
    assert_equal(['ready', "\tat shop.Cart.pay(Cart.java:7)"], fed.finish)
  end

  test 'an event of too many lines goes on in the next' do
    fed = feed('failed', *Array.new(5, "\tat a.b(C.java:1)"), max_lines: 3)
    fed.finish
    assert_equal([3, 3], fed.events.map(&:lines))
    assert_equal([true, false], fed.events.map(&:partial))
  end

  test 'an event of too many bytes goes on in the next' do
    fed = feed('failed', *Array.new(5, "\tat a.b(C.java:1)"), max_bytes: 50)
    fed.finish
    assert_equal([true, true, false], fed.events.map(&:partial))
    assert_true(fed.events.all? { |event| event.text.bytesize <= 50 })
  end

  test 'a slow trace is given back in parts' do
    fed = feed('failed')
    12.times { (fed << "\tat a.b(C.java:1)").pause(1) }
    fed.finish
    assert_equal([11, 2], fed.events.map(&:lines))
    assert_equal([true, false], fed.events.map(&:partial))
  end

  test 'a line that is too long is not held' do
    assert_equal(['x' * 60], feed('x' * 60, max_bytes: 50).texts)
  end

  test 'bytes that are not UTF-8 are no error' do
    fed = feed("caf\xE9", "\xFF: x", "\tat a.b(C.java:1) \xE9")
    assert_equal(["caf\xE9", "\xFF: x\n\tat a.b(C.java:1) \xE9"], fed.finish)
  end
end
