# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/network/arrival'
require_relative '../../../../../constructs/fluentd/ruby/syslog/syslog_connection'

class SyslogEventsTest < Test::Unit::TestCase
  setup do
    @arrival = Efk::Arrival.new
    @events = Efk::SyslogEvents.new('devices', 'UTC', @arrival)
    @taken = []
  end

  def connection(longest: 1000)
    Efk::SyslogConnection.new('10.0.0.7', longest, @arrival, @events) { |make| @taken += make.call.map { |_, r| r } }
  end

  def records(bytes, **)
    connection = connection(**)
    connection.call(bytes.b)
    connection.call(nil)
    @taken
  end

  test 'a record says who sent it, what it says of itself, and when it came' do
    first, second = records("<34>Nov 27 10:00:00 db su[7]: no\n<34>Nov 27 10:00:00 db su[7]: no\n")
    number = first['log'].delete('offset')
    assert_equal("-#{number.to_s(36)}", first.delete('_id')[14..])
    assert_equal({ '@timestamp' => "#{Time.now.year}-11-27T10:00:00.000000000Z", 'message' => 'no',
                   'source' => { 'ip' => '10.0.0.7' },
                   'log' => { 'level' => 'critical',
                              'syslog' => { 'hostname' => 'db', 'appname' => 'su', 'procid' => '7',
                                            'facility' => { 'code' => 4 }, 'severity' => { 'code' => 2 } } } }, first)
    assert_operator(second['log']['offset'], :>, number)
  end

  test 'what is no message is stored as it is, and marked' do
    record, = records("kernel panic\n")
    assert_equal(['kernel panic', 'pipeline_error', 'not a message of syslog'],
                 [record['message'], record['event']['kind'], record['error']['message']])
  end

  test 'bytes that are no UTF-8 are replaced, and the rest is read' do
    record, = records("<13>Nov 27 10:00:00 db app: caf\xE9\n")
    assert_equal(['caf�', 'app', 'message: bytes that are not UTF-8 were replaced by U+FFFD'],
                 [record['message'], record['log']['syslog']['appname'], record['error']['message']])
  end

  test 'a time of more than a day later is that of another clock' do
    later = (Time.now.utc + 200_000).strftime('%Y-%m-%dT%H:%M:%SZ')
    record, = records("<13>1 #{later} db app - - - x\n")
    assert_in_delta(Time.now.to_f, Time.parse(record['@timestamp']).to_f, 60)
    assert_match(/a day later/, record['error']['message'])
  end

  test 'further pieces of a message have its fields' do
    pieces = records("<13>Nov 27 10:00:00 db app: #{'x' * 150}\n", longest: 100)
    assert_equal(['x' * 72, 'x' * 78], pieces.map { |record| record['message'] })
    assert_equal(%w[app app], pieces.map { |record| record['log']['syslog']['appname'] })
    assert_equal([['partial'], nil], pieces.map { |record| record['log']['flags'] })
  end

  test 'a message that the end of the connection cuts off is marked' do
    record, = records('99 <13>half')
    assert_equal(['half', 'a message that the end of its connection cut off'],
                 [record['message'], record['error']['message']])
  end
end
