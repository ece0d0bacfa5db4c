# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/pods/known_pods'

# What is remembered of the pods of a node.
class KnownPodsTest < Test::Unit::TestCase
  setup do
    @now = 0
    @pods = Efk::KnownPods.new(%w[app team], ['note'], clock: -> { @now })
  end

  def pod(uid, labels: nil, annotations: nil)
    { 'metadata' => { 'uid' => uid, 'labels' => labels, 'annotations' => annotations }.compact }
  end

  test 'what is allowed of a pod' do
    @pods.put(pod('a', labels: { 'app' => 'cart', 'secret' => 'x' }, annotations: { 'note' => 'n', 'big' => 'x' }))
    @pods.put(pod('b', labels: { 'other' => 'x' }))
    @pods.put(pod('c'))
    assert_equal({ 'labels' => { 'app' => 'cart' }, 'annotations' => { 'note' => 'n' } }, @pods['a'])
    assert_equal [{}, {}, nil], [@pods['b'], @pods['c'], @pods['d']]
  end

  test 'all labels of a pod, to select by' do
    @pods.put(pod('a', labels: { 'app' => 'cart', 'other' => 'x' }))
    @pods.put(pod('b'))
    assert_equal([{ 'app' => 'cart', 'other' => 'x' }, {}, nil], %w[a b c].map { |uid| @pods.labels(uid) })
  end

  test 'a pod of a file of the kubelet is known by the uid of the folder of its logs' do
    @pods.replace([pod('api', labels: { 'app' => 'etcd' }, annotations: { 'kubernetes.io/config.mirror' => 'static' })])
    assert_equal(['etcd', nil], %w[static api].map { |uid| @pods.labels(uid)&.fetch('app') })
  end

  test 'what did not change is the same object, what did is another' do
    @pods.put(pod('a', labels: { 'app' => 'cart', 'x' => '1' }))
    first = @pods['a']
    @pods.put(pod('a', labels: { 'app' => 'cart', 'x' => '2' }))
    assert_true first.equal?(@pods['a'])
    @pods.put(pod('a', labels: { 'app' => 'shop' }))
    assert_equal 'shop', @pods['a'].dig('labels', 'app')
  end

  test 'a pod that is gone is remembered for ten minutes, however that was noticed' do
    @pods.replace([pod('a'), pod('b'), pod('c')])
    @pods.remove(pod('a'))
    @pods.replace([pod('c')])
    @now = 600
    @pods.replace([pod('c')])
    assert_equal 3, @pods.size
    @now = 601
    @pods.replace([pod('c')])
    assert_equal [nil, nil, {}], [@pods['a'], @pods['b'], @pods['c']]
  end
end
