# frozen_string_literal: true

require 'fluent/config/error'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/joins/line_joins'

# Which lines are one event, where a treatment says so.
class LineJoinsTest < Test::Unit::TestCase
  FIRST = '\A\d{4}-'

  # The texts of the events of lines that come at once, or at +seconds+; flags of those that go on.
  def events(joins, lines, seconds = Array.new(lines.size, 0), limits: {})
    join = joins.within(Efk::TraceJoin::Limits.new(**limits)).stream
    found = []
    lines.zip(seconds) { |text, at| join.add(line(text, at), false, 100.0 + at) { |event| found << event } }
    join.flush_all { |event| found << event }
    found.map { |event| event.partial ? "#{event.text} >" : event.text }
  end

  def line(text, seconds)
    time = (Time.utc(2026, 11, 25, 7) + seconds).strftime('%Y-%m-%dT%H:%M:%S.%NZ')
    Efk::LogLine.new(time, text, nil, 3, 4, 1, false)
  end

  def first_line(pattern = FIRST) = Efk::LineJoins.new(first_line: pattern)

  test 'lines are events of their own without joining' do
    lines = ['Error: a', '    at b (c.js:1:2)']
    assert_equal(lines, events(Efk::LineJoins.new(multiline: false), lines))
    assert_equal([lines.join("\n")], events(Efk::LineJoins.new, lines))
  end

  test 'traces of other languages are no events' do
    lines = ['Traceback (most recent call last):', '  File "a.py", line 1', 'ValueError: a']
    assert_equal([lines.join("\n")], events(Efk::LineJoins.new(languages: %w[go python]), lines))
    assert_equal([lines.first(2).join("\n"), 'ValueError: a'], events(Efk::LineJoins.new(languages: %w[go]), lines))
    Efk::StackTrace::LANGUAGES.each_key do |name|
      assert_equal(%w[ready next], events(Efk::LineJoins.new(languages: [name]), %w[ready next]))
    end
  end

  test 'an event goes on until the next first line' do
    lines = ['torn', '2026-1', '', '{"a":1}', '2027-1']
    assert_equal(['torn', "2026-1\n\n{\"a\":1}", '2027-1'], events(first_line, lines))
  end

  test 'a line after a pause continues nothing' do
    assert_equal(%W[2026-1\na b\nc], events(first_line, %w[2026-1 a b c], [0, 1, 3.1, 3.2]))
  end

  test 'an event that is too long goes on in the next one' do
    assert_equal(["2026-1\na >", "b\nc >", 'd'], events(first_line, %w[2026-1 a b c d], limits: { max_lines: 2 }))
    assert_equal(["2026-1\na >", 'b'], events(first_line, %w[2026-1 a b], limits: { max_bytes: 9 }))
    assert_equal(["2026-1\na >", 'b'], events(first_line, %w[2026-1 a b], [0, 1.5, 3], limits: { max_age: 2 }))
  end

  test 'what is held waits for as long as it may' do
    join = first_line.within(Efk::TraceJoin::Limits.new).stream
    join.add(line('2026-1', 0), false, 100.0) { flunk }
    assert_equal([[3], 7, false, true], [join.held.map(&:from), join.held_bytes, join.due?(101.9), join.due?(102)])
    events = []
    join.flush(101.9) { |event| events << event }
    assert_empty(events)
    join.flush(102) { |event| events << event }
    assert_equal([%w[2026-1], [], 0], [events.map(&:text), join.held, join.held_bytes])
  end

  test 'bytes that are not UTF-8, and long lines, are read' do
    long = "2026-#{'é' * 5000}"
    assert_equal(["2026-\xE9\ncaf\xE9", long], events(first_line, ["2026-\xE9", "caf\xE9", long]))
  end

  test 'a line that takes too long is an event' do
    assert_equal(["#{'x' * 60}zy", 'a'], events(first_line('\A(?:((x+)+)\1y|a)'), ["#{'x' * 60}zy", 'a']))
  end

  test 'what nobody knows is refused' do
    error = assert_raise(Fluent::ConfigError) { Efk::LineJoins.new(languages: %w[go cobol]) }
    assert_equal('a language must be one of dotnet, elixir, erlang, go, java, node, php, python, ruby, rust, swift, ' \
                 'got cobol', error.message)
    error = assert_raise(Fluent::ConfigError) { first_line('(') }
    assert_match(/\Afirst_line must be a regular expression: end pattern/, error.message)
  end
end
