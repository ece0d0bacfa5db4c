# frozen_string_literal: true

require_relative '../support/reading_case'

# What belongs together stays together, whatever happens to the files meanwhile. The reader looks for files every two
# seconds, which can be at any time after a rotation.
class ContainerLogTest < ReadingCase
  HEAD = ['java.lang.IllegalStateException: x', "\tat shop.Cart.pay(Cart.java:5)"].freeze
  TAIL = "\tat shop.Main.main(Main.java:1)"
  TRACE = [*HEAD, TAIL].join("\n").freeze
  NAMES = Array.new(3) { |index| "0.log.20261125-07000#{index}" }.freeze

  # Defines a test for each time between a look for files and the block.
  def self.whenever(title, &block)
    [0.1, 0.5, 1, 1.4, 1.9].each do |seconds|
      test "#{title}, #{seconds} s after a look" do
        write('before')
        pass(0.25)
        pass(REFRESH + seconds - 0.25)
        instance_eval(&block)
      end
    end
  end

  def assert_joined(*messages)
    pass(15)
    assert_equal(['before', TRACE, *messages], @messages)
  end

  whenever 'a trace that goes on in the next file' do
    write(*HEAD)
    pass(0.3)
    @folder.rotate(NAMES[0])
    write(TAIL, '{}')
    assert_joined('{}')
  end

  whenever 'a trace that goes on in the next file, which is made later' do
    write(*HEAD)
    pass(0.3)
    @folder.rotate(NAMES[0])
    pass(0.7)
    write(TAIL)
    assert_joined
  end

  whenever 'a trace that goes on in the next file, which is empty at first' do
    write(*HEAD)
    pass(0.3)
    @folder.rotate(NAMES[0])
    @folder.write('')
    pass(0.7)
    write(TAIL)
    assert_joined
  end

  whenever 'a trace that goes on in the old file and then in the next one' do
    write(HEAD[0])
    pass(0.3)
    @folder.rotate(NAMES[0])
    write(HEAD[1], name: NAMES[0])
    write(TAIL)
    assert_joined
  end

  whenever 'a trace whose head is compressed' do
    write(*HEAD)
    pass(0.3)
    @folder.rotate(NAMES[0])
    @folder.compress(NAMES[0])
    write(TAIL)
    assert_joined
  end

  whenever 'a trace over three files' do
    write(HEAD[0])
    pass(0.3)
    @folder.rotate(NAMES[0])
    write(HEAD[1])
    pass(0.3)
    @folder.compress(NAMES[0])
    @folder.rotate(NAMES[1])
    write(TAIL)
    assert_joined
  end

  whenever 'a trace that goes on in a file that was cut in place' do
    write(*HEAD)
    pass(0.3)
    File.truncate(@folder.path('0.log'), 0)
    write(TAIL)
    assert_joined
  end

  whenever 'a trace that goes on in a file that was removed and made again' do
    write(*HEAD)
    pass(0.3)
    File.delete(@folder.path('0.log'))
    write(TAIL)
    assert_joined
  end

  whenever 'a trace whose head was read by a process that was killed' do
    write(*HEAD)
    pass(0.3)
    @folder.rotate(NAMES[0])
    write(TAIL)
    restart
    assert_joined
  end

  whenever 'a line whose end is in the next file' do
    write('one, ', tag: 'P')
    pass(0.3)
    @folder.rotate(NAMES[0])
    write('two')
    pass(12)
    assert_equal(['before', 'one, two'], @messages)
  end

  test 'what nothing follows is given back after two seconds, or when its container is gone' do
    write(*HEAD)
    pass(1.9)
    assert_equal([], @messages)
    pass(0.5)
    assert_equal([HEAD.join("\n")], @messages)
    write(*HEAD)
    pass(0.3)
    @folder.delete
    pass(6)
    assert_equal([HEAD.join("\n")] * 2, @messages)
  end

  test 'what nothing follows in the next file is given back' do
    write(*HEAD)
    pass(0.3)
    @folder.rotate(NAMES[0])
    @folder.write('')
    pass(5)
    assert_equal([HEAD.join("\n")], @messages)
  end

  test 'a trace waits no longer than an event may for a file that does not come' do
    write(*HEAD)
    pass(0.3)
    @folder.rotate(NAMES[0])
    pass(11)
    assert_equal([], @messages)
    pass(2)
    assert_equal([HEAD.join("\n")], @messages)
  end
end
