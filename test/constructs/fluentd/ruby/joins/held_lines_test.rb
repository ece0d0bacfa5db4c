# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/joins/held_lines'
require_relative '../../../../../constructs/fluentd/ruby/joins/trace_join'

class HeldLinesTest < Test::Unit::TestCase
  def line(text, time: '2026-11-25T07:00:00Z', from: 0)
    Efk::LogLine.new(time, text, 'file', from, from + text.bytesize + 1, 1, false)
  end

  def held(*texts) = texts.each_with_object(Efk::HeldLines.new) { |text, held| held.add(line(text), 1.0) }

  def limits(**values) = Efk::TraceJoin::Limits.new(**values)

  test 'bytes are those of the texts and their line breaks' do
    assert_equal(7, held('é', 'abc').bytes)
    assert_equal(0, Efk::HeldLines.new.bytes)
  end

  test 'the first line gives the age, the last one the quiet' do
    held = Efk::HeldLines.new
    [1.0, 2.0, 3.0].each { |now| held.add(line('a'), now) }
    assert_equal([1.0, 3.0], [held.since, held.latest])
  end

  test 'it is full by lines, by bytes and by age' do
    assert_false(held('a', 'b').full?(line('c'), limits))
    assert_true(held('a', 'b').full?(line('c'), limits(max_lines: 2)))
    assert_true(held('a', 'b').full?(line('c'), limits(max_bytes: 5)))
    assert_false(held('a', 'b').full?(line('c'), limits(max_bytes: 6)))
    assert_true(held('a').full?(line('b', time: '2026-11-25T07:00:10Z'), limits))
  end

  test 'nothing is never full' do
    assert_false(Efk::HeldLines.new.full?(line('x' * 100), limits(max_bytes: 5)))
  end

  test 'what is cut off is not held any more' do
    held = held('a', 'bb', 'ccc')
    assert_equal(%w[bb ccc], held.cut_off(1).map(&:text))
    assert_equal([1, 2], [held.size, held.bytes])
  end

  test 'an event has the place of all of its lines' do
    held = Efk::HeldLines.new
    held.add(line('a', from: 5), 1.0)
    held.add(line('b', from: 7), 1.0)
    assert_equal(['2026-11-25T07:00:00Z', "a\nb", 'file', 5, 9, 2, true], held.take(true).to_a)
    assert_true(held.empty?)
  end

  test 'source code is what is indented' do
    assert_true(held("    raise E('a\\nbad row')").quote?('bad row'))
    assert_false(held("raise E('a\\nbad row')").quote?('bad row'))
    assert_false(held("    raise E('a')").quote?('a'))
    assert_true(held("    raise E('caf\xE9')").quote?("caf\xE9"))
  end
end
