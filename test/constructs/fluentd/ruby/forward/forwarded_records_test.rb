# frozen_string_literal: true

require 'fluent/event'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/forward/forwarded_records'
require_relative '../../../../../constructs/fluentd/ruby/logs/first_selected'

class ForwardedRecordsTest < Test::Unit::TestCase
  TIME = Fluent::EventTime.new(1_795_590_000)
  Treatment = Struct.new(:name, :namespaces, :containers, :labels, :except_namespaces, :except_containers,
                         :except_labels, :unknown_labels, keyword_init: true)

  def record(container: 'app', stream: 'shop', treatment: nil)
    { 'message' => 'text', 'kubernetes' => { 'namespace_name' => 'shop', 'container_name' => container },
      'data_stream' => { 'dataset' => stream }, '_treatment' => treatment }.compact
  end

  def records(*treatments, of: [record, record])
    found = []
    selected = Efk::FirstSelected.new(treatments)
    number = Efk::ForwardedRecords.new(selected).each(of.map { |each| [TIME, each] }, nil) { |_, each| found << each }
    [number, found]
  end

  test 'what records of a container share is the same, and frozen' do
    number, (first, second) = records

    assert_equal(2, number)
    assert_same(first['kubernetes'], second['kubernetes'])
    assert_same(first['data_stream'], second['data_stream'])
    assert_predicate(first['kubernetes'], :frozen?)
    assert_equal(record, first)
  end

  test 'a record of another data stream keeps it' do
    _, found = records(of: [record, record(stream: 'other')])

    assert_equal(%w[shop other], found.map { |each| each['data_stream']['dataset'] })
  end

  test 'the treatment of a container is the one of today, whatever its agent said' do
    new = Treatment.new(name: 'new', containers: ['app'])
    _, found = records(new, of: [record(treatment: 'old'), record(container: 'b', treatment: 'old')])

    assert_equal(['new', nil], found.map { |each| each['_treatment'] })
  end

  test 'what depends on labels of a pod is as its node said, before what does not' do
    treatments = [Treatment.new(name: 'team', labels: { 'team' => ['a'] }),
                  Treatment.new(name: 'app', containers: ['app']),
                  Treatment.new(name: 'late', labels: { 'team' => ['b'] })]
    said = %w[team late app old].push(nil)
    _, found = records(*treatments, of: said.map { |each| record(treatment: each) })

    assert_equal(%w[team app app app app], found.map { |each| each['_treatment'] })
    _, found = records(*treatments, of: said.map { |each| record(container: 'other', treatment: each) })
    assert_equal(['team', 'late', nil, nil, nil], found.map { |each| each['_treatment'] })
  end

  test 'a record that is not of a container keeps what its input said' do
    _, found = records(of: [{ 'message' => 'a', '_treatment' => 'journal' }])

    assert_equal([{ 'message' => 'a', '_treatment' => 'journal' }], found)
  end

  test 'what is no record is left out and counted' do
    number = Efk::ForwardedRecords.new(Efk::FirstSelected.new([])).each([[TIME, nil], ['x', {}]], nil) { flunk }

    assert_equal(2, number)
  end
end
