# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../constructs/fluentd/ruby/trace_join'

class TraceJoinTest < Test::Unit::TestCase
  # Feeds lines as a reader does and keeps what comes out.
  class Feed
    attr_reader :events, :join

    def initialize(**limits)
      @join = Efk::TraceJoin.new(Efk::TraceJoin::Limits.new(**limits))
      @events = []
      @now = 100.0
      @offset = 0
    end

    def <<(text)
      to = @offset + text.bytesize + 1
      @join.add(Efk::LogLine.new(time, text, 'file', @offset, to, 1, false), @now) { |event| @events << event }
      @offset = to
      self
    end

    # The kubelet's file is read to its end, and nothing comes for a while.
    def pause(seconds)
      @now += seconds
      @join.flush(@now) { |event| @events << event }
      self
    end

    # Nothing comes, and nobody looks.
    def sleep(seconds)
      @now += seconds
      self
    end

    def finish
      @join.flush_all { |event| @events << event }
      texts
    end

    def texts = @events.map(&:text)

    private

    def time = (Time.utc(2026, 11, 25, 7) + @now).strftime('%Y-%m-%dT%H:%M:%S.%NZ')
  end

  def feed(*lines, **limits) = lines.inject(Feed.new(**limits)) { |feed, line| feed << line }

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

  test 'a line that was cut is not held, nor is its rest' do
    join = Efk::TraceJoin.new
    events = []
    [['a', true], ["\tb", false]].each do |text, partial|
      join.add(Efk::LogLine.new('2026-11-25T07:00:00Z', text, 'f', 0, 1, 1, partial), 1.0) { |event| events << event.text }
    end
    assert_equal(['a', "\tb"], events)
  end

  test 'bytes that are not UTF-8 are no error' do
    assert_equal(["caf\xE9", "\xFF: x\n\tat a.b(C.java:1) \xE9"], feed("caf\xE9", "\xFF: x", "\tat a.b(C.java:1) \xE9").finish)
  end

  # Lines of all kinds, some of which continue others.
  PIECES = [
    'ready', '', ' ', '  indented', "\tat a.b(C.java:1)", 'Error: a', 'java.lang.Foo: b', 'Caused by: x', '{"a":1}', '{',
    '}', '[', '  "a": 1', 'Traceback (most recent call last):', '  File "a.py", line 1, in f', 'ValueError: x:',
    'During handling of the above exception, another exception occurred:', 'panic: x', 'goroutine 1 [running]:',
    'main.main()', "\t/a/main.go:4 +0x1", "thread 'main' panicked at a.rs:1:1:", 'note: x', '/a.js:2', '   ^',
    'Node.js v20.0.0', 'Stack trace:', '#0 {main}', "a.rb:1:in 'f': x (E)", "a.rb:1:in 'f'", '** (RuntimeError) x',
    'State: %{}', '==================', 'WARNING: DATA RACE', "\xE9\xFF", '2026-11-25 07:00:00 INFO x', 'x' * 90
  ].freeze

  test 'whatever is written, every line comes out once, in order and within the bounds' do
    random = Random.new(20_261_125)
    300.times do
      fed = Feed.new(max_lines: 2 + random.rand(20), max_bytes: 100 + random.rand(400))
      written = Array.new(random.rand(120)) { PIECES.sample(random: random) }
      written.each do |text|
        fed << text
        assert_operator(fed.join.held_bytes, :<=, 500)
        fed.pause([0, 0.5, 1, 2, 11].sample(random: random)) if random.rand(6).zero?
      end
      limits = fed.join.instance_variable_get(:@limits)
      assert_equal(written.join("\n"), fed.finish.join("\n"))
      assert_equal(written.size, fed.events.sum(&:lines))
      assert_true(fed.events.all? { |event| event.lines <= limits.max_lines && event.text.bytesize <= limits.max_bytes })
      assert_equal(fed.events.map(&:from).drop(1), fed.events.map(&:to)[0...-1])
      assert_equal(0, fed.join.held_bytes)
    end
  end

  test 'what is read again makes the same events' do
    random = Random.new(7)
    100.times do
      written = Array.new(60) { [PIECES.sample(random: random), [0, 0, 0, 0.5, 3].sample(random: random)] }
      texts = [true, false].map do |live|
        written.inject(Feed.new) { |fed, (text, gap)| (live ? fed.pause(gap) : fed.sleep(gap)) << text }.finish
      end
      assert_equal(*texts)
    end
  end
end
