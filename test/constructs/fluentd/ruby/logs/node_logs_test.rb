# frozen_string_literal: true

require_relative '../support/reading_case'

# Logs of which it is not known yet how they are to be read.
class NodeLogsTest < ReadingCase
  def positions = File.read(@folder.positions)

  test 'nothing is read, and no position moves, until the way is known' do
    @ways.way = nil
    write('a', 'b')
    pass(10)
    assert_equal [[], ''], [@messages, positions]
    @ways.way = Efk::Way.new(:all)
    pass(10)
    assert_equal %w[a b], @messages
  end

  test 'what is rotated meanwhile is read when the way is known' do
    @ways.way = nil
    write('a')
    pass(3)
    @folder.rotate('0.log.20261125-070000')
    write('b')
    pass(3)
    @folder.compress('0.log.20261125-070000')
    pass(3)
    @ways.way = Efk::Way.new(:all)
    pass(10)
    assert_equal [%w[a b], 0], [@messages, @report.lost_bytes]
  end

  test 'the file that was open when its pod went is read when the way is known' do
    @ways.way = nil
    write('a')
    pass(3)
    @folder.delete
    pass(3)
    @ways.way = Efk::Way.new(:all)
    pass(10)
    assert_equal [%w[a], 0], [@messages, @report.lost_bytes]
  end

  test 'what the kubelet removes meanwhile is counted' do
    @ways.way = nil
    %w[a b c].each_with_index do |text, index|
      write(text)
      pass(3)
      @folder.rotate("0.log.20261125-07000#{index}")
    end
    write('d')
    pass(3)
    size = File.size(@folder.path('0.log.20261125-070001'))
    File.delete(@folder.path('0.log.20261125-070001'))
    pass(3)
    assert_equal size, @report.lost_bytes
    @ways.way = Efk::Way.new(:all)
    pass(10)
    assert_equal %w[a c d], @messages
  end

  test 'what turns out not to be read is not, and its position is forgotten' do
    write('a')
    pass(3)
    assert_not_empty positions
    restart
    @ways.way = Efk::Way.new(nil)
    write('b')
    pass(10)
    assert_equal [%w[a], []], [@messages, positions.lines.grep_v(/\Af{16}/)]
  end
end
