# frozen_string_literal: true

require 'fluent/test'
require 'fluent/test/driver/input'
require 'test/unit'
require_relative '../../../../constructs/fluentd/ruby/in_kafka_messages'

class KafkaMessagesInputTest < Test::Unit::TestCase
  Message = Data.define(:payload, :key, :timestamp, :topic, :partition, :offset)

  # A client that has some messages, and remembers what it is told.
  class Client
    attr_reader :taken_messages, :held

    def initialize(messages)
      @messages = messages
      @taken_messages = []
      @held = 0
    end

    def read
      sleep 0.05 if @messages.empty?
      @messages.slice!(0, 2)
    end

    def hold
      sleep 0.05
      @held += 1
      []
    end

    def taken(messages) = @taken_messages.concat(messages)

    def go_on = nil

    def close = @closed = true

    def closed? = @closed
  end

  setup { Fluent::Test.setup }

  def messages(count)
    (0...count).map { |n| Message.new("message #{n}".b, nil, Time.at(1_700_000_000), 'orders', 0, n) }
  end

  def driver(client)
    conf = "tag orders\nbrokers broker:1\ntopics orders\ngroup logs\n"
    driver = Fluent::Test::Driver::Input.new(Fluent::Plugin::KafkaMessagesInput).configure(conf)
    driver.instance.instance_variable_set(:@client, client)
    driver
  end

  test 'what the pipeline has taken need not be read again' do
    client = Client.new(messages(5))
    driver = driver(client)
    driver.run(expect_records: 5, timeout: 10)
    assert_equal((0..4).map { |n| "message #{n}" }, driver.events.map { |_, _, record| record['message'] })
    assert_equal((0..4).to_a, client.taken_messages.map(&:offset))
    assert_true(client.closed?)
  end

  test 'what it does not take is held and given again' do
    client = Client.new(messages(1))
    driver = driver(client)
    refused = 0
    router = driver.instance.router
    original = router.method(:emit_stream)
    router.define_singleton_method(:emit_stream) do |tag, events|
      refused += 1
      raise Fluent::Plugin::Buffer::BufferOverflowError if refused == 1

      original.call(tag, events)
    end
    driver.run(expect_records: 1, timeout: 10)
    assert_equal([0], client.taken_messages.map(&:offset))
    assert_true(client.held.positive?)
  end

  test 'brokers that do not answer are told with their names' do
    driver = driver(Client.new([]))
    driver.run { driver.instance.report('brokers' => { 'a' => { 'state' => 'DOWN' } }) }
    assert_match(/could not be read.*input="orders".*no broker answers.*brokers="broker:1"/, driver.logs.join)
  end
end
