# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/canary/canary_lines'

class CanaryLinesTest < Test::Unit::TestCase
  NAMES = { 'namespace_name' => 'agents', 'container_name' => 'canary', 'host' => 'node-a' }.freeze

  setup do
    registry = Prometheus::Client.registry
    %i[fluentd_canary_stored_timestamp_seconds fluentd_canary_delay_seconds].each { |name| registry.unregister(name) }
    @lines = Efk::CanaryLines.new('agents', 'canary')
  end

  def enter(id, time, names = NAMES, tag = 'kubernetes')
    @lines.enter(tag, { '_id' => id, 'kubernetes' => names }, time)
  end

  def delivered(*ids, tag: 'kubernetes', dead: [], now: 1_000)
    @lines.delivered(tag, dead, now) { ids.map { |id| "{\"create\":{\"_id\":\"#{id}\"}}\n{}\n" }.join }
  end

  # Time of the newest line, and how long it took.
  def seen
    %i[fluentd_canary_stored_timestamp_seconds fluentd_canary_delay_seconds].map do |name|
      Prometheus::Client.registry.get(name).values.transform_keys { |labels| labels[:node] }
    end
  end

  test 'a line is found again by its id' do
    enter('a-1', 990)
    delivered('x', 'a-12')
    assert_equal([{}, {}], seen)

    delivered('x', 'a-1')
    assert_equal([{ 'node-a' => 990.0 }, { 'node-a' => 10.0 }], seen)
  end

  test 'what no canary has written is not followed, nor what has no names' do
    enter('a', 990, NAMES.merge('container_name' => 'cart'))
    enter('b', 990, NAMES.merge('namespace_name' => 'shop'))
    enter('c', 990, nil)
    delivered('a', 'b', 'c')

    assert_equal([{}, {}], seen)
  end

  test 'the body is not read where no line is waited for' do
    enter('a', 990)
    @lines.delivered('other', []) { flunk }
    delivered('a')
    @lines.delivered('kubernetes', []) { flunk }
  end

  test 'the newest line counts, in whatever order they are stored' do
    enter('a', 900)
    enter('b', 960)
    delivered('b')
    delivered('a', now: 2_000)

    assert_equal([{ 'node-a' => 960.0 }, { 'node-a' => 40.0 }], seen)
  end

  test 'a line that no form could be stored of has not arrived' do
    enter('a', 990)
    delivered('a', dead: ['a'])
    delivered('a')

    assert_equal([{}, {}], seen)
  end

  test 'nodes are told apart, and a clock that runs behind gives no negative time' do
    enter('a', 990)
    enter('b', 1_005, NAMES.merge('host' => 'node-b'))
    delivered('a', 'b')

    assert_equal({ 'node-a' => 10.0, 'node-b' => 0 }, seen.last)
  end

  test 'of a long outage the newest lines are remembered' do
    100.times { |number| enter("id-#{number}", 900 + number) }
    delivered('id-89')
    assert_equal([{}, {}], seen)

    delivered('id-99')
    assert_equal({ 'node-a' => 999.0 }, seen.first)
  end
end
