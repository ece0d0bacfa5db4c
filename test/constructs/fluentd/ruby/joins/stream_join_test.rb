# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/joins/stream_join'

class StreamJoinTest < Test::Unit::TestCase
  LIMITS = { max_lines: 10, max_bytes: 40, wait: 2, max_age: 10 }.freeze

  setup do
    @join = Efk::StreamJoin.new(Efk::TraceJoin::Limits.new(**LIMITS))
    @offset = 0
    @events = []
  end

  def add(text, partial: false, now: 0.0)
    line = Efk::LogLine.new('2026-11-25T07:00:00Z', text.dup, 'file', @offset, @offset += text.bytesize + 1, 1, false)
    @join.add(line, partial, now) { |event| @events << event }
    self
  end

  def flush(now)
    @join.flush(now) { |event| @events << event }
  end

  def texts
    @events.map { |event| [event.text, event.from, event.partial] }
  end

  test 'parts are joined to one line, also within a character' do
    add('{"é'.b[0...-1], partial: true).add("\xA9\"".b, partial: true).add(':1}')
    assert_equal([['{"é":1}', 0, false]], texts)
    assert_equal(Encoding::UTF_8, @events[0].text.encoding)
  end

  test 'a line that does not end goes on in pieces, none of which cuts a character; no byte is lost' do
    20.times { add('ééé'.b[0...-1], partial: true).add("\xA9".b, partial: true) }
    add('end')
    assert_equal("#{'ééé' * 20}end", @events.map(&:text).join)
    assert_equal([*[true] * (@events.size - 1), false], @events.map(&:partial))
    assert(@events.all? { |event| event.text.valid_encoding? && event.text.bytesize < 50 })
    assert_operator(@events.size, :>, 2)
    assert_equal([], @join.held)
  end

  test 'a piece belongs to no trace before or behind it' do
    add('x' * 40, partial: true).add('y')
    add('  indented')
    flush(5)
    assert_equal(['x' * 40, 'y', '  indented'], @events.map(&:text))
  end

  test 'what was begun and never ended is given back in time' do
    add('begin of a line', partial: true)
    flush(9)
    assert_equal([], texts)
    assert_equal([0, 15], [@join.held.first.from, @join.held_bytes])
    flush(10)
    assert_equal([['begin of a line', 0, true]], texts)
    assert_equal([[], 0], [@join.held, @join.held_bytes])
  end

  test 'what is cleared is not given back' do
    add('line').add('begun', partial: true)
    @join.clear
    flush(100)
    assert_equal([], texts)
    assert_equal([[], 0], [@join.held, @join.held_bytes])
  end
end
