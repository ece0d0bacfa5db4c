# frozen_string_literal: true

require 'fluent/event'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/forward/forwarded_records'
require_relative '../../../../../constructs/fluentd/ruby/forward/packed_records'
require_relative '../../../../../constructs/fluentd/ruby/logs/first_selected'

class PackedRecordsTest < Test::Unit::TestCase
  TIME = Fluent::EventTime.new(1_795_590_000, 123_456_789)
  NAMES = { 'namespace_name' => 'shop', 'container_name' => 'app' }.freeze
  STREAM = { 'dataset' => 'shop' }.freeze
  Treatment = Struct.new(:name, :namespaces, :containers, :labels, :except_namespaces, :except_containers,
                         :except_labels, :unknown_labels)

  def record(more = {})
    { 'message' => "\xFF\u00e4".b, 'kubernetes' => NAMES, 'data_stream' => STREAM, '_id' => 'a' }.merge(more)
  end

  # What an aggregator makes of what an agent packs.
  def sent(*records, time: TIME, treatments: [])
    packer = Efk::PackedRecords.new
    entries = records.map { |each| packer.pack(time, each) }.join
    found = []
    aggregator = Efk::ForwardedRecords.new(Efk::FirstSelected.new(treatments))
    number = aggregator.each(Fluent::MessagePackEventStream.new(entries), nil) do |*each|
      found << each
    end
    [number, found]
  end

  test 'records arrive as they were, with their time' do
    number, found = sent(record, record('_id' => 'b', 'log' => { 'offset' => 7, 'flags' => ['partial'] }))

    assert_equal(2, number)
    assert_equal([[TIME, record], [TIME, record('_id' => 'b', 'log' => { 'offset' => 7, 'flags' => ['partial'] })]],
                 found)
  end

  test 'what records of a container share is packed once, and the same object again' do
    packer = Efk::PackedRecords.new
    first, second = Array.new(2) { MessagePack.unpack(packer.pack(TIME, record)) }
    _, ((_, one), (_, other)) = sent(record, record)

    assert_equal([4, first[2]], [first.size, second[2]])
    assert_same(one['kubernetes'], other['kubernetes'])
    assert_same(one['data_stream'], other['data_stream'])
    assert_predicate(one['kubernetes'], :frozen?)
  end

  test 'the same names in another data stream are another container' do
    _, found = sent(record, record('data_stream' => { 'dataset' => 'other' }.freeze))

    assert_equal(%w[shop other], found.map { |_, each| each['data_stream']['dataset'] })
  end

  test 'fields that may change go with their record' do
    names = NAMES.dup
    packed = MessagePack::Factory.new.tap { |made| made.register_type(0, Fluent::EventTime) }.load(
      Efk::PackedRecords.new.pack(TIME, record('kubernetes' => names))
    )

    assert_equal([TIME, record('kubernetes' => names)], packed)
    assert_equal([[TIME, record('kubernetes' => names)]], sent(record('kubernetes' => names)).last)
  end

  test 'a record that is not of a container arrives as it was, also with a time of whole seconds' do
    assert_equal([[5, { 'message' => 'a', '_treatment' => 'journal' }]],
                 sent({ 'message' => 'a', '_treatment' => 'journal' }, time: 5).last)
    assert_equal([[Fluent::EventTime.new(5), record]], sent(record, time: 5).last)
  end

  test 'the aggregator says which treatment a container has' do
    only = Treatment.new(name: 'new', containers: ['app'])

    assert_equal('new', sent(record('_treatment' => 'old'), treatments: [only]).last.first.last['_treatment'])
    assert_not_include(sent(record('_treatment' => 'old')).last.first.last, '_treatment')
  end

  test 'a record that cannot be packed is an error, and the next one is whole' do
    packer = Efk::PackedRecords.new

    assert_raise(RangeError) { packer.pack(TIME, record('number' => 2**70)) }
    assert_equal(4, MessagePack.unpack(packer.pack(TIME, record)).size)
  end

  test 'containers are forgotten when there are too many' do
    packer = Efk::PackedRecords.new
    (Efk::PackedRecords::CONTAINERS + 2).times do |number|
      packer.pack(TIME, record('kubernetes' => { 'pod_name' => number.to_s }.freeze))
    end

    assert_equal(2, packer.instance_variable_get(:@shared).size)
  end
end
