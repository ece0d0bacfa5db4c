# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/syslog/syslog_frames'

class SyslogFramesTest < Test::Unit::TestCase
  # Pieces of +bytes+ that come in blocks of +size+, as [text, begins, more]; the rest has whether it is whole as well.
  def pieces(bytes, size: bytes.bytesize, longest: 100)
    frames = Efk::SyslogFrames.new(longest)
    found = []
    bytes.b.scan(/.{1,#{size}}/mn) { |block| frames.take(block.dup) { |piece| found << piece.to_a } }
    frames.take_rest { |piece, whole| found << [*piece.to_a, whole] }
    found
  end

  def whole(*texts)
    texts.map { |text| [text, true, false] }
  end

  test 'messages end with a line break' do
    assert_equal(whole('<13>one', '<14>two'), pieces("<13>one\n<14>two\r\n"))
  end

  test 'or have the count of their bytes before them, and line breaks within' do
    assert_equal(whole("<13>one\ntwo", '<14>grüße'), pieces("11 <13>one\ntwo11 <14>grüße"))
  end

  test 'each message says itself which it does' do
    assert_equal(whole('<1>a', '<2>b', '<3>c', '12 monkeys'), pieces("<1>a\n4 <2>b<3>c\n12 monkeys\n"))
  end

  test 'what stands between counted messages is none' do
    assert_equal(whole('<1>a', '<2>b'), pieces("5 <1>a\n\n4 <2>b\0\n"))
  end

  test 'wherever the network cuts, the pieces are the same' do
    bytes = "<13>one\n7 <14>two8 <15>\nab\n#{'x' * 250}\n150 <16>#{'ü' * 73}<17>end\n"
    (1..40).each { |size| assert_equal(pieces(bytes), pieces(bytes, size: size), "blocks of #{size}") }
  end

  test 'a message that is too long goes on in further pieces' do
    found = pieces("<13>#{'x' * 196}ab\n<14>next\n", longest: 100)
    assert_equal([100, 100, 2, 8], found.map { |text, *| text.bytesize })
    assert_equal([[true, true], [false, true], [false, false], [true, false]], found.map { |_, *flags| flags })
  end

  test 'so does a counted one, and no piece ends within a character' do
    found = pieces("130 <1>#{'ü' * 63}<2>b\n", longest: 100)
    assert_equal([true] * 3, found.map { |text, *| text.valid_encoding? })
    assert_equal(["<1>#{'ü' * 63}<", '2>b'], [found[0][0] + found[1][0], found[2][0]])
  end

  test 'the end of a connection ends a line; of a counted message it cuts off the rest' do
    assert_equal([['<13>one', true, false, true]], pieces('<13>one'))
    assert_equal([['<13>one', true, false, false]], pieces('20 <13>one'))
    assert_equal([], pieces("<13>one\n").drop(1))
  end

  test 'no more is held than the longest message and a block' do
    frames = Efk::SyslogFrames.new(1000)
    yielded = 0
    1000.times { frames.take('x' * 100) { |piece| yielded += piece.text.bytesize } }
    assert_operator(yielded, :>=, 100_000 - 1100)
  end
end
