# frozen_string_literal: true

require 'test/unit'
require 'tmpdir'
require_relative '../../../../constructs/fluentd/ruby/drain_buffer'

class BufferDrainTest < Test::Unit::TestCase
  setup do
    @folder = Dir.mktmpdir
    FileUtils.mkdir_p("#{@folder}/buffer/elasticsearch-bulk")
    @chunks = Array.new(2) { |number| "#{@folder}/buffer/elasticsearch-bulk/buffer.b#{number}.log" }
    FileUtils.touch(@chunks)
  end

  teardown { FileUtils.remove_entry(@folder) }

  def drain
    Efk::BufferDrain.new(@folder, "#{@folder}/closing", patience: 2.5, longest: 5)
  end

  test 'it says that the pod is about to go, and waits until all chunks are sent' do
    left = drain.run { FileUtils.rm(@chunks.pop) }

    assert_equal([0, true], [left, File.exist?("#{@folder}/closing")])
  end

  test 'it gives up when nothing is sent, and says what is left' do
    assert_equal(2, drain.run { nil })
  end

  test 'an empty buffer is waited for only as long as last messages may come' do
    FileUtils.rm(@chunks)
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)

    assert_equal(0, drain.run { flunk })
    assert_in_delta(Efk::BufferDrain::CLOSING, Process.clock_gettime(Process::CLOCK_MONOTONIC) - started, 1)
  end

  test 'what comes in the last moment is sent too' do
    FileUtils.rm(@chunks)
    last = Thread.new do
      sleep 1
      FileUtils.touch(@chunks.first)
    end
    left = drain.run { FileUtils.rm(@chunks.first) }

    assert_equal([0, []], [left, Dir.glob("#{@folder}/buffer/**/*.log")])
    last.join
  end
end
