# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/pods/described_names'

# Names of containers with what is known of their pods.
class DescribedNamesTest < Test::Unit::TestCase
  # Pods that are known, as a watch has them.
  class Pods < Hash
    attr_accessor :current

    def current? = current
  end

  setup do
    @pods = Pods.new
    @pods.current = true
    @waits = 0
    @names = Efk::DescribedNames.new(@pods, pause: ->(_) { waited })
  end

  def waited
    @waits += 1
    @pods['late'] = {} if @waits == 3
    @pods.current = false if @waits == @leaves
  end

  test 'all logs of a container share one object until its pod changes' do
    names = { 'pod_id' => 'a' }.freeze
    @pods['a'] = { 'labels' => { 'app' => 'cart' } }
    first = @names.of(names)
    assert_equal({ 'pod_id' => 'a', 'labels' => { 'app' => 'cart' } }, first)
    assert_true first.frozen? && first.equal?(@names.of(names))
    @pods['a'] = { 'labels' => { 'app' => 'shop' } }
    assert_equal 'shop', @names.of(names).dig('labels', 'app')
  end

  test 'a pod that is not known yet is waited for, once' do
    assert_equal({ 'pod_id' => 'late' }, @names.of({ 'pod_id' => 'late' }))
    assert_equal 3, @waits
    2.times { assert_nil @names.of({ 'pod_id' => 'never' }) }
    assert_equal 103, @waits
  end

  test 'nobody waits while the API server is away' do
    @pods.current = false
    assert_nil @names.of({ 'pod_id' => 'late' })
    assert_equal 0, @waits
  end

  test 'or any longer than until it goes' do
    @leaves = 2
    assert_nil @names.of({ 'pod_id' => 'late' })
    assert_equal 2, @waits
  end
end
