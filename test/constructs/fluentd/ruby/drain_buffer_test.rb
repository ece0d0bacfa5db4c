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
    Efk::BufferDrain.new(@folder, "#{@folder}/closing", patience: 1, longest: 5)
  end

  test 'it says that the pod is about to go, and waits until all chunks are sent' do
    left = drain.run { FileUtils.rm(@chunks.pop) }

    assert_equal([0, true], [left, File.exist?("#{@folder}/closing")])
  end

  test 'it gives up when nothing is sent, and says what is left' do
    assert_equal(2, drain.run { nil })
  end

  test 'an empty buffer is not waited for' do
    FileUtils.rm(@chunks)

    assert_equal(0, drain.run { flunk })
  end
end
