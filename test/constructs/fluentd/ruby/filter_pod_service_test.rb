# frozen_string_literal: true

require 'test/unit'
require 'fluent/test'
require 'fluent/test/driver/filter'
require_relative '../../../../constructs/fluentd/ruby/filter_pod_service'

# What logs take of the labels of their pod.
class PodServiceFilterTest < Test::Unit::TestCase
  setup { Fluent::Test.setup }

  LABELS = { 'app.kubernetes.io/name' => 'cart', 'app.kubernetes.io/version' => '1.2', 'team' => 'a' }.freeze

  def service(labels, record = {})
    d = Fluent::Test::Driver::Filter.new(Fluent::Plugin::PodServiceFilter).configure('')
    d.run(default_tag: 'x') { d.feed({ 'kubernetes' => { 'labels' => labels }.compact, **record }) }
    d.filtered_records.first['service']
  end

  test 'what labels say, where the log says nothing' do
    assert_equal({ 'name' => 'cart', 'version' => '1.2' }, service(LABELS))
    assert_equal({ 'name' => 'own', 'version' => '1.2' }, service(LABELS, { 'service' => { 'name' => 'own' } }))
    assert_equal [nil, nil], [service({ 'team' => 'a' }), service(nil)]
  end
end
