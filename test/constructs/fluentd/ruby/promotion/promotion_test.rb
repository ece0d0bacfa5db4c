# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/promotion/promotion'

# What is moved where, and what stays.
class PromotionTest < Test::Unit::TestCase
  setup { @promotion = Efk::Promotion.new }

  # What is beside `json`, and what is left of it.
  def promote(json, **fields)
    record = { 'log' => { 'offset' => 7 }, **fields.transform_keys(&:to_s), 'json' => json }
    @promotion.promote(record)
    [record.except('json'), record['json']]
  end

  test 'a key may be written with dots, as objects in each other, and both' do
    [{ 'http.response.status_code' => 200 }, { 'http' => { 'response' => { 'status_code' => 200 } } },
     { 'http' => { 'response.status_code' => 200 } }, { 'http.response' => { 'status_code' => 200 } }].each do |json|
      promoted = { 'log' => { 'offset' => 7 }, 'http' => { 'response' => { 'status_code' => 200 } } }
      assert_equal [promoted, {}], promote(json)
    end
  end

  test 'what is moved is gone from json, with objects that are empty for it; others stay' do
    json = { 'trace' => { 'id' => 'a1', 'span' => 'b' }, 'service' => { 'node' => { 'name' => 'n' } }, 'empty' => {},
             'error' => {} }
    assert_equal [{ 'log' => { 'offset' => 7 }, 'trace' => { 'id' => 'a1' },
                    'service' => { 'node' => { 'name' => 'n' } } },
                  { 'trace' => { 'span' => 'b' }, 'empty' => {}, 'error' => {} }], promote(json)
  end

  test 'a field that is there stays, and so does the value in json' do
    assert_equal [{ 'log' => { 'level' => 'warn' } }, { 'level' => 'info' }],
                 promote({ 'level' => 'info' }, log: { 'level' => 'warn' })
    assert_equal [{ 'log' => {}, 'service' => 'mine' }, { 'service' => 'a' }],
                 promote({ 'service' => 'a' }, log: {}, service: 'mine')
  end

  test 'of two keys for one field the first counts' do
    assert_equal [{ 'log' => { 'offset' => 7, 'level' => 'info' } }, { 'severity' => 'ERROR' }],
                 promote({ 'level' => 'info', 'severity' => 'ERROR' })
    assert_equal [{ 'log' => { 'offset' => 7, 'level' => 'error' } }, { 'level' => 'verbose-ish' }],
                 promote({ 'level' => 'verbose-ish', 'severity' => 'ERROR' })
  end

  test 'the parts of a value are moved together or not at all' do
    json = { 'request' => 'GET /a?b HTTP/1.1' }
    assert_equal json, promote(json.dup, url: { 'query' => 'c' })[1]
    assert_equal [{ 'request' => { 'method' => 'GET' }, 'version' => '1.1' }, { 'path' => '/a', 'query' => 'b' }],
                 promote(json)[0].values_at('http', 'url')
  end

  test 'the error of a marked record is not that of the program' do
    json = { 'error' => { 'type' => 'E', 'message' => 'm' }, 'level' => 'error' }
    marked = { event: { 'kind' => 'pipeline_error' }.freeze, error: { 'message' => 'why' } }
    record, left = promote(json, **marked)
    assert_equal [{ 'message' => 'why' }, 'error', { 'error' => { 'type' => 'E', 'message' => 'm' } }],
                 [record['error'], record['log']['level'], left]
  end

  test 'an object that many records have is not changed' do
    shared = { 'kind' => 'pipeline_error' }.freeze
    record, = promote({ 'took' => 1 }, event: shared)
    assert_equal [{ 'kind' => 'pipeline_error', 'duration' => 1_000_000 }, { 'kind' => 'pipeline_error' }],
                 [record['event'], shared]
  end

  test 'without fields nothing happens' do
    [{}, { 'json' => nil }, { 'json' => [] }, { 'json' => {} }].each do |record|
      assert_equal record, @promotion.promote(record.dup)
    end
  end

  test 'fields that mean something else in other teams are never promoted' do
    json = { 'host' => 'a', 'user' => { 'name' => 'b' }, 'labels' => { 'c' => 'd' }, 'message' => 'm',
             '@timestamp' => 'now', 'kubernetes' => { 'pod_name' => 'x' }, 'data_stream' => { 'dataset' => 'y' } }
    assert_equal [{ 'log' => { 'offset' => 7 } }, json], promote(json.dup)
  end

  test 'what a key means is decided for each object, whatever objects came before' do
    beside = { 'status' => 404, 'method' => 'GET' }
    3.times do
      assert_equal [{ 'log' => { 'offset' => 7 } }, { 'status' => 404 }], promote({ 'status' => 404 })
      assert_equal [{ 'method' => 'GET' }, { 'status_code' => 404 }],
                   promote(beside.dup)[0]['http'].values_at('request', 'response')
      assert_equal [{ 'log' => { 'offset' => 7, 'level' => 'info' } }, {}], promote({ 'level' => 'info' })
      assert_equal [{ 'log' => { 'offset' => 7 } }, { 'level' => 'none' }], promote({ 'level' => 'none' })
    end
  end

  test 'what is remembered of keys has a bound' do
    node = Efk::PromotionNode.new
    node.add('level') { |key| Efk::PromotionSource.of(key, Efk::PromotedKeys::Keys.new(:level), [target('log.level')]) }
    10_000.times do |number|
      record = {}
      node.move({ "key-#{number}" => 1, 'level' => 'info' }, record)
      node.move({ 'level' => 'info', "#{'k' * Efk::PromotionNode::LONGEST}#{number}" => 1 }, record)
      assert_equal({ 'log' => { 'level' => 'info' } }, record)
    end
    plans = node.instance_variable_get(:@plans).compact
    assert_equal Efk::PromotionNode::PLANS, plans.size
    assert_operator plans.map { |plan| plan.keys.sum(&:bytesize) }.max, :<=, Efk::PromotionNode::LONGEST
  end

  def target(name)
    Efk::PromotionTarget.of(name)
  end
end
