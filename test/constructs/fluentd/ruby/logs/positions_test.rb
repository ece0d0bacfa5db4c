# frozen_string_literal: true

require 'fileutils'
require 'tmpdir'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/logs/positions'

class PositionsTest < Test::Unit::TestCase
  setup { @root = Dir.mktmpdir }
  teardown { FileUtils.remove_entry(@root) }

  def open(&)
    positions = Efk::Positions.new(File.join(@root, 'folder', 'positions'))
    yield positions
  ensure
    positions&.close
  end

  test 'positions outlive the process, with and without the mark of a delivered file' do
    open do |positions|
      positions.save('a', 1)
      positions.save('b', 2, delivered: true)
      positions.save('c', 3)
      positions.save('a', 4)
      positions.delete('c')
    end
    open do |positions|
      assert_equal([4, 2, nil], %w[a b c].map { |id| positions[id] })
      assert_equal([false, true, false], %w[a b c].map { |id| positions.delivered?(id) })
      assert_equal(%w[a b], positions.ids)
    end
  end

  test 'a torn line is left out' do
    open { |positions| positions.save('a', 1) }
    File.write(File.join(@root, 'folder', 'positions'), '00000000000000', mode: 'ab')
    open { |positions| assert_equal([['a'], 1], [positions.ids, positions['a']]) }
  end

  test 'the file does not grow with what is gone' do
    open do |positions|
      3000.times do |index|
        positions.save("file #{index}", 1)
        positions.delete("file #{index}")
      end
      positions.save('last', 7)
      assert_operator(File.size(File.join(@root, 'folder', 'positions')), :<, 100_000)
    end
    open { |positions| assert_equal(7, positions['last']) }
  end
end
