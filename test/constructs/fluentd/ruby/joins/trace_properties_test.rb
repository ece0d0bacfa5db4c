# frozen_string_literal: true

require 'test/unit'
require_relative '../support/trace_feed'

# What holds for any lines and pauses.
class TracePropertiesTest < Test::Unit::TestCase
  # Lines of all kinds, some of which continue others.
  PIECES = [
    'ready', '', ' ', '  indented', "\tat a.b(C.java:1)", 'Error: a', 'java.lang.Foo: b', 'Caused by: x', '{"a":1}',
    '{', '}', '[', '  "a": 1', 'Traceback (most recent call last):', '  File "a.py", line 1, in f', 'ValueError: x:',
    'During handling of the above exception, another exception occurred:', 'panic: x', 'goroutine 1 [running]:',
    'main.main()', "\t/a/main.go:4 +0x1", "thread 'main' panicked at a.rs:1:1:", 'note: x', '/a.js:2', '   ^',
    'Node.js v20.0.0', 'Stack trace:', '#0 {main}', "a.rb:1:in 'f': x (E)", "a.rb:1:in 'f'", '** (RuntimeError) x',
    'State: %{}', '==================', 'WARNING: DATA RACE', "\xE9\xFF", '2026-11-25 07:00:00 INFO x', 'x' * 90
  ].freeze

  test 'whatever is written, every line comes out once, in order and within the bounds' do
    random = Random.new(20_261_125)
    300.times do
      limits = Efk::TraceJoin::Limits.new(max_lines: 2 + random.rand(20), max_bytes: 100 + random.rand(400))
      fed = TraceFeed.new(**limits.to_h)
      written = Array.new(random.rand(120)) { PIECES.sample(random: random) }
      written.each do |text|
        fed << text
        assert_operator(fed.join.held_bytes, :<=, limits.max_bytes)
        fed.pause([0, 0.5, 1, 2, 11].sample(random: random)) if random.rand(6).zero?
      end
      assert_equal(written.join("\n"), fed.finish.join("\n"))
      assert_equal(written.size, fed.events.sum(&:lines))
      assert_operator(fed.events.map(&:lines).max || 0, :<=, limits.max_lines)
      assert_operator(fed.events.map { |event| event.text.bytesize }.max || 0, :<=, limits.max_bytes)
      assert_equal(fed.events.map(&:from).drop(1), fed.events.map(&:to)[0...-1])
      assert_equal(0, fed.join.held_bytes)
    end
  end

  test 'what is read again makes the same events' do
    random = Random.new(7)
    100.times do
      written = Array.new(60) { [PIECES.sample(random: random), [0, 0, 0, 0.5, 3].sample(random: random)] }
      texts = [true, false].map do |live|
        written.inject(TraceFeed.new) { |fed, (text, gap)| (live ? fed.pause(gap) : fed.sleep(gap)) << text }.finish
      end
      assert_equal(*texts)
    end
  end

  # What was held without bound: the same error, indented text, frames, and lines that are guesses.
  FLOODS = {
    'Error: connect ECONNREFUSED' => 1, '  indented' => 1, "\tat a.b(C.java:1)" => 1000, 'main.main()' => 1, '' => 1,
    'Caused by: x' => 1000, 'Traceback (most recent call last):' => 1, 'ready' => 1
  }.freeze

  FLOODS.each do |text, lines|
    test "a flood of #{text.inspect} is given back in events of #{lines}" do
      fed = TraceFeed.new
      held = Array.new(5000) { (fed << text).join.held_bytes }.max
      fed.finish
      assert_operator(held, :<=, [lines, Efk::TraceJoin::MAX_GUESS + 1].max * (text.bytesize + 1))
      assert_equal([lines], fed.events.map(&:lines).uniq)
      assert_equal(5000, fed.events.sum(&:lines))
    end
  end

  # What makes patterns try again and again.
  ENDLESS = [
    'x: 0123456789', '(', 'a(', 'a', ' ', "\t", 'a.', 'a::', 'A::', "' ", '"', "\e[1m", "\e[", '─', "\xE9", '.go:1',
    '/', "a:1:in '", 'a:1:', '{', '} ', '*', '=', '1:', '1 ', ' on line 1', 'Error (', 'A: ', '[a]', 'a=b',
    ' Traceback (', ' validation error'
  ].freeze
  HEADS = [
    '', 'ready', 'Traceback (most recent call last):', 'Error: a', 'panic: a', "thread 'a' panicked at b:1:1:"
  ].freeze

  test 'no line takes long, whatever it repeats' do
    started = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
    HEADS.product(ENDLESS).each do |head, piece|
      long = piece * (100_000 / piece.bytesize)
      assert_equal(3, (TraceFeed.new << head << long << "#{head}#{long}").tap(&:finish).events.sum(&:lines))
    end
    seconds = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - started
    assert_operator(seconds / (HEADS.size * ENDLESS.size), :<, 0.02)
  end
end
