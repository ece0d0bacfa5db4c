# frozen_string_literal: true

require 'fluent/log'
require 'fluent/test'
require 'test/unit'
require 'tmpdir'
require_relative '../../../../../constructs/fluentd/ruby/pods/pod_labels'

# The labels of pods by which logs are selected.
class PodLabelsTest < Test::Unit::TestCase
  # Pods that are known, as a watch has them.
  class Pods < Hash
    attr_accessor :sure

    def labels(uid) = self[uid]
    def would_know?(_) = sure
  end

  setup do
    @folder = Dir.mktmpdir
    @pods = Pods.new
  end

  teardown { FileUtils.remove_entry(@folder) }

  def labels(*keys)
    Efk::PodLabels.new(keys, "#{@folder}/state/labels", @pods, Fluent::Test::TestLogger.new)
  end

  def gone
    Prometheus::Client.registry.get(:fluentd_container_logs_unknown_pods_total).get
  end

  test 'the labels are those that a pod had when it was first asked for, also after a restart' do
    asked = labels('team', 'tier')
    assert_nil asked.of('a')
    @pods['a'] = { 'team' => 'x', 'other' => 'y' }
    assert_equal({ 'team' => 'x', 'tier' => nil }, asked.of('a'))
    asked.keep(['a'])
    @pods['a'] = { 'team' => 'moved' }
    assert_equal 'x', asked.of('a')['team']
    @pods.clear
    assert_equal({ 'team' => 'x', 'tier' => nil }, labels('team').of('a'))
  end

  test 'a label that a new configuration asks for is asked for, and the others stay' do
    @pods['a'] = { 'team' => 'x' }
    first = labels('team')
    first.of('a')
    first.keep(['a'])
    @pods.clear
    asked = labels('team', 'tier')
    assert_nil asked.of('a')
    @pods['a'] = { 'team' => 'moved', 'tier' => 'db' }
    assert_equal({ 'team' => 'x', 'tier' => 'db' }, asked.of('a'))
  end

  test 'a pod that would be known if it were there is gone, which is counted once and kept' do
    before = labels('team') && gone
    asked = labels('team')
    assert_nil asked.of('a')
    @pods.sure = true
    2.times { assert_equal 'gone', asked.of('a') }
    asked.keep(['a'])
    @pods.sure = false
    assert_equal 'gone', labels('team').of('a')
    assert_equal before + 1, gone
  end

  test 'pods that are not there any more are forgotten' do
    %w[a b].each { |uid| @pods[uid] = { 'team' => uid } }
    asked = labels('team')
    %w[a b].each { |uid| asked.of(uid) }
    asked.keep(%w[a b])
    asked.keep(%w[b])
    assert_equal({ 'b' => { 'team' => 'b' } }, JSON.parse(File.read("#{@folder}/state/labels")))
  end

  test 'a file that cannot be written, or is not whole, is no reason not to read' do
    @pods['a'] = { 'team' => 'x' }
    asked = labels('team')
    asked.of('a')
    Dir.mkdir("#{@folder}/state/labels.new")
    asked.keep(['a'])
    Dir.rmdir("#{@folder}/state/labels.new")
    asked.keep(['a'])
    File.write("#{@folder}/state/labels", '{"a":')
    assert_equal 'x', labels('team').of('a')['team']
  end
end
