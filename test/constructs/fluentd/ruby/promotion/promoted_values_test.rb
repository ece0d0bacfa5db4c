# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/promotion/promoted_values'

# What values become, and which do not fit.
class PromotedValuesTest < Test::Unit::TestCase
  def read(name, value)
    Efk::PromotedValues.reader(name)[value]
  end

  data('words' => [%w[info INFO Info information i I], 'info'], 'warnings' => [%w[warn WARNING wrn W], 'warn'],
       'errors' => [['ERROR', 'err', 'E', 'SEVERE', 50, 400, '50', ' Error ', "\e[31merror\e[0m"], 'error'],
       'fatal' => [['FATAL', 60, 'F', 'panic'], 'fatal'], 'others' => [%w[notice NOTICE Note], 'notice'],
       'critical' => [['CRITICAL', 'crit', 500], 'critical'], 'trace' => [['TRACE', 'T', 'finest', 10], 'trace'],
       'debug' => [['DEBUG', 20, 100, 'FINE', 'Verbose'], 'debug'], 'emergency' => [['emerg', 600], 'emergency'],
       'none' => [[nil, '', 'DEFAULT', 'x', 0, 3, 7, 35, 30.0, true, [], 'INFO+2', 'e' * 41], nil])
  test 'levels' do |(values, level)|
    values.each { |value| assert_equal level, read(:level, value), value.inspect }
  end

  test 'numbers of levels mean what they mean in the world of the key' do
    assert_equal(%w[emergency error debug error], [0, 3, 7, '3'].map { |value| read(:level_of_syslog, value) })
    assert_equal([nil, 'warn', 'critical'], [3, 30, 50].map { |value| read(:level_of_python, value) })
    assert_equal(['trace', 'info', 'error', 'fatal', nil],
                 [1, 9, 20, 24, 25].map { |value| read(:level_of_opentelemetry, value) })
  end

  test 'ids' do
    %w[4bf92f3577b34da6a3ce929d0e0e4736 0af7 1-58406520-a006649127e371903a2de979].each do |id|
      assert_equal id, read(:id, id)
    end
    assert_equal %w[6249785623524942554 ab], [read(:id, 6_249_785_623_524_942_554), read(:id, '0xab')]
    ['', '0', '0' * 32, '0x0', 'a b', 'a' * 129, 0, nil, [], {}, 1.5].each do |value|
      assert_nil read(:id, value), value.inspect
    end
  end

  test 'durations in nanoseconds' do
    { 12 => 12_000_000, 0.5 => 500_000, '12' => 12_000_000, '1.5' => 1_500_000, '12ms' => 12_000_000,
      '1.5 s' => 1_500_000_000,
      '1h2m3.5s' => 3_723_500_000_000, '15µs' => 15_000, '7ns' => 7, '00:00:01.2500000' => 1_250_000_000, 0 => 0 }
      .each do |value, nanoseconds|
      assert_equal nanoseconds, read(:milliseconds, value), value.inspect
    end
    [-1, '-1ms', Float::MAX, Float::NAN, 2**63, '', '-', 'fast', '1 day', nil, [1], '9' * 16, "#{'9' * 15}h", 1e13]
      .each { |value| assert_nil read(:milliseconds, value), value.inspect }
    assert_equal [nil, 5_000_000], [read(:duration, 5), read(:duration, '5ms')]
    assert_equal [5_000_000, 5_000, 5], [read(:seconds, 0.005), read(:microseconds, 5), read(:nanoseconds, 5)]
  end

  test 'numbers' do
    assert_equal([200, 200, nil, nil, nil, nil], [200, '200', 99, 600, '2e2', 200.0].map do |value|
      read(:status, value)
    end)
    assert_equal([0, 2**62, (2**63) - 1, nil, nil, nil], [0, (2**62).to_s.to_i, (2**63) - 1, 2**63, -1, '1' * 19]
      .map { |value| read(:count, value) })
    assert_equal([1, 65_535, nil, nil], [1, '65535', 0, 65_536].map { |value| read(:port, value) })
  end

  test 'addresses as the type ip takes them' do
    ['10.0.0.1', '::1', '::ffff:127.0.0.1', '2001:db8::7'].each { |ip| assert_equal [ip], read(:ip_and_port, ip) }
    assert_equal [['10.0.0.1', 80], ['::1', 443]], [read(:ip_and_port, '10.0.0.1:80'), read(:ip_and_port, '[::1]:443')]
    ['fe80::1%eth0', '10.0.0.0/8', '010.0.0.1', '1.2.3', '256.0.0.1', 'cart', 'unix:', '', '10.0.0.1:0', ':::',
     '1::2::3', '10.0.0.1:70000', '10.0.0.1, 10.0.0.2', 1, nil].each do |value|
      assert_nil read(:ip_and_port, value), value.inspect
    end
  end

  test 'texts' do
    assert_equal(['a', '5', 'x' * 1024], ['a', 5, 'x' * 1024].map { |value| read(:keyword, value) })
    ['', '-', 'x' * 1025, 1.5, true, nil, ['a']].each { |value| assert_nil read(:keyword, value), value.inspect }
    assert_equal(["a\nb", 'a', nil, nil], [%w[a b], 'a', [1], []].map { |value| read(:trace, value) })
    assert_equal [nil, "a\nb"], [read(:lines, 'a'), read(:lines, "a\nb")]
    assert_equal %w[curl curl], [read(:agent, 'curl'), read(:agent, ['curl'])]
  end

  test 'requests' do
    assert_equal ['GET', '/a', 'b=c', '1.1'], read(:request_line, 'GET /a?b=c HTTP/1.1')
    assert_equal ['GET', '/', nil, '2'], read(:request_line, 'GET / HTTP/2')
    ['GET /a', 'EVIL / HTTP/1.1', 'GET /a b HTTP/1.1', '', nil].each { |value| assert_nil read(:request_line, value) }
    assert_equal [['/a', nil], ['/a', 'b=?']], [read(:path_and_query, '/a'), read(:path_and_query, '/a?b=?')]
    ['/a?', '/a#b', 'a', '/a b', "/a?#{'q' * 1025}", 5].each { |value| assert_nil read(:path_and_query, value) }
    assert_equal ['https://a/b', nil], [read(:url, 'https://a/b'), read(:url, '/b')]
    assert_equal(['shop.example', nil, nil], ['shop.example', 'a:80', 'a/b'].map { |value| read(:domain, value) })
    assert_equal ['GET', nil], [read(:http_method, 'GET'), read(:http_method, 'getAll')]
  end

  test 'traces in what says more' do
    trace = '0af7651916cd43dd8448eb211c80319c'
    assert_equal trace, read(:traceparent, "00-#{trace}-b7ad6b7169203331-01")
    assert_equal trace, read(:trace_of_google, "projects/p/traces/#{trace}")
    assert_nil read(:traceparent, "00-#{'0' * 32}-b7ad6b7169203331-01")
    [nil, 5, 'x'].each { |value| assert_nil read(:traceparent, value) || read(:trace_of_google, value) }
  end
end
