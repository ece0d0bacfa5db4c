# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/logs/line_cutter'

class LineCutterTest < Test::Unit::TestCase
  setup do
    @cutter = Efk::LineCutter.new(100)
    @lines = []
    @keep = ->(buffer, from, to, offset) { @lines << [buffer[from...to], offset] }
  end

  def take(data) = @cutter.take(data, &@keep)

  test 'lines have the offsets at which they begin, and what stands behind them waits' do
    take(+"one\ntw")
    assert_equal([[['one', 100]], 104, 106], [@lines, @cutter.position, @cutter.following])
    take(+"o\n\nthree")
    assert_equal([['one', 100], ['two', 104], ['', 108]], @lines)
    assert_equal([109, 114], [@cutter.position, @cutter.following])
  end

  test 'the end is where nothing more comes, until it does' do
    take(+"one\n")
    assert_false(@cutter.at_end?)
    take(nil)
    assert_true(@cutter.at_end?)
    take(+"two\n")
    assert_equal([false, 108], [@cutter.at_end?, @cutter.position])
  end

  test 'what stands behind the last line break can be taken as a line, once' do
    take(+"one\nhalf")
    2.times { @cutter.take_rest(&@keep) }
    assert_equal([[['one', 100], ['half', 104]], 108], [@lines, @cutter.position])
  end

  test 'a line that does not end is taken in pieces, which are the same wherever reading began' do
    5.times { take('x' * 300_000) }
    assert_equal([[1 << 20], 100 + (1 << 20), 1_500_100],
                 [@lines.map { |text, _| text.size }, @cutter.position, @cutter.following])
    @cutter.go_to(100 + (1 << 20))
    take('x' * 2_500_000)
    assert_equal([1 << 20] * 3, @lines.map { |text, _| text.size })
  end

  test 'a piece does not end within a character' do
    @cutter = Efk::LineCutter.new(0, longest: 10)
    take((('é' * 3) + ('😀' * 3)).b)
    assert_equal([["#{'é' * 3}😀", 0]], @lines.map { |text, at| [text.dup.force_encoding('UTF-8'), at] })
    assert_equal([10, 18], [@cutter.position, @cutter.following])
  end

  test 'it can go back, and forget what waits' do
    take(+"one\nhalf")
    @cutter.forget_rest
    assert_equal(104, @cutter.following)
    @cutter.go_to(100)
    take(+"one\n")
    assert_equal([['one', 100]] * 2, @lines)
  end
end
