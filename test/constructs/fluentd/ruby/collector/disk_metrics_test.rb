# frozen_string_literal: true

require 'test/unit'
require 'fileutils'
require 'tmpdir'
require_relative '../../../../../constructs/fluentd/ruby/collector/disk_metrics'

class DiskMetricsTest < Test::Unit::TestCase
  setup { @root = Dir.mktmpdir }
  teardown { FileUtils.remove_entry(@root) }

  def path(name) = File.join(@root, name)

  def metric(name) = Efk::Metrics.registry.get(:"fluentd_node_#{name}")

  def used(paths)
    Efk::DiskMetrics.new(@root, paths).refresh
    metric(:used_bytes).values
  end

  test 'files and folders have the size of all that is in them, what is not there has none' do
    FileUtils.mkdir_p(path('buffer/routes/.hidden'))
    File.write(path('buffer/a'), 'x' * 10)
    File.write(path('buffer/routes/.hidden/b'), 'x' * 5)
    File.write(path('positions'), 'x' * 3)
    paths = { 'buffer' => path('buffer'), 'positions' => path('positions'), 'backup' => path('backup') }
    assert_equal({ { purpose: 'buffer' } => 15.0, { purpose: 'positions' } => 3.0, { purpose: 'backup' } => 0.0 },
                 used(paths))
  end

  test 'a link that leads nowhere has no size' do
    FileUtils.mkdir_p(path('buffer'))
    File.symlink('nowhere', path('buffer/a'))
    assert_equal({ { purpose: 'buffer' } => 0.0 }, used({ 'buffer' => path('buffer') }))
  end

  test 'the disk has a size, of which some is available' do
    used({})
    size, available = %i[disk_size_bytes disk_available_bytes].map { |name| metric(name).get }
    assert_true(size.positive?)
    assert_true(available.between?(0, size))
  end

  test 'where nobody knows of the disk, the last figures stay' do
    used({})
    before = metric(:disk_size_bytes).get
    Efk::DiskMetrics.new(path('missing'), {}).refresh
    assert_equal(before, metric(:disk_size_bytes).get)
  end
end
