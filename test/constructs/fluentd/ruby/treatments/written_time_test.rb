# frozen_string_literal: true

require 'fluent/config/error'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/treatments/written_time'
require_relative '../support/random_lines'

# Times as applications write them.
class WrittenTimeTest < Test::Unit::TestCase
  NEAR = Time.utc(2026, 11, 25, 7)

  def read(value, format = 'iso8601', zone = nil, near: NEAR)
    Efk::WrittenTime.new(format, zone).read(value, near)&.utc&.strftime('%Y-%m-%dT%H:%M:%S.%N')
  end

  data('RFC 3339' => ['2026-11-25T07:00:00.123456789Z', '2026-11-25T07:00:00.123456789'],
       'an offset' => ['2026-11-25T08:00:00+01:00', '2026-11-25T07:00:00.000000000'],
       'an offset as Java writes it' => ['2026-11-25T04:30:00.5-0230', '2026-11-25T07:00:00.500000000'],
       'hours' => ['2026-11-25 08:00:00+01', '2026-11-25T07:00:00.000000000'],
       'log4j' => ['2026-11-25 07:00:00,123', '2026-11-25T07:00:00.123000000'],
       'no zone' => ['2026-11-25T07:00:00', '2026-11-25T07:00:00.000000000'],
       'UTC in words' => ['2026-11-25 07:00:00.1 UTC', '2026-11-25T07:00:00.100000000'],
       'picoseconds' => ['2026-11-25T07:00:00.123456789123Z', '2026-11-25T07:00:00.123456789'],
       'a leap second' => ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000000000'])
  test 'ISO 8601' do |(text, time)|
    assert_equal time, read(text)
  end

  data('no day' => '2026-02-30T00:00:00Z', 'no hour' => '2026-02-28T25:00:00Z', 'a date' => '2026-11-25',
       'text behind it' => '2026-11-25T07:00:00Z x', 'number' => 5, 'object' => {}, 'empty' => '', 'true' => true,
       'long' => "2026-11-25T07:00:00#{' ' * 100}Z")
  test 'what is no time of ISO 8601' do |value|
    assert_nil read(value)
  end

  test 'seconds and milliseconds since 1970' do
    assert_equal '2026-11-25T07:00:00.123000000', read(1_795_590_000.123, 'unix')
    assert_equal '2026-11-25T07:00:00.123456789', read('1795590000.123456789', 'unix')
    assert_equal '2026-11-25T07:00:00.000000000', read(1_795_590_000, 'unix')
    assert_equal '2026-11-25T07:00:00.123000000', read(1_795_590_000_123, 'unix_ms')
    assert_equal([nil] * 7, [-1, 1e13, Float::NAN, '1e5', 'x', nil, 10**30].map { |value| read(value, 'unix') })
  end

  data('nginx and Apache' => ['25/Nov/2026:08:00:00 +0100', '%d/%b/%Y:%H:%M:%S %z', '2026-11-25T07:00:00.000000000'],
       'errors of nginx' => ['2026/11/25 07:00:00', '%Y/%m/%d %H:%M:%S', '2026-11-25T07:00:00.000000000'],
       'errors of Apache' => ['Wed Nov 25 07:00:00.902022 2026', '%a %b %d %H:%M:%S.%N %Y',
                              '2026-11-25T07:00:00.902022000'],
       'klog' => ['1125 07:00:00.123456', '%m%d %H:%M:%S.%N', '2026-11-25T07:00:00.123456000'],
       'syslog' => ['Nov  5 07:00:00', '%b %e %H:%M:%S', '2026-11-05T07:00:00.000000000'],
       'PostgreSQL' => ['2026-11-25 08:00:00.123 CET', '%Y-%m-%d %H:%M:%S.%L %Z', '2026-11-25T07:00:00.123000000'],
       'Windows' => ['11/25/2026 07:00:00 PM', '%m/%d/%Y %I:%M:%S %p', '2026-11-25T19:00:00.000000000'],
       'minutes' => ['25.11.2026 07:00', '%d.%m.%Y %H:%M', '2026-11-25T07:00:00.000000000'])
  test 'formats' do |(text, format, time)|
    assert_equal time, read(text, format)
  end

  test 'what a format does not match, or a zone that nobody knows' do
    assert_equal [nil] * 4, [read('2026-11-25', '%Y/%m/%d %H:%M'), read('25.11.2026 07:00 x', '%d.%m.%Y %H:%M'),
                             read('25.11.2026', '%d.%m.%Y'), read('25.11.2026 07:00 XYZ', '%d.%m.%Y %H:%M %Z')]
  end

  test 'without a year it is the nearest' do
    format = '%b %e %H:%M:%S'
    assert_equal '2026-12-31T23:59:59.000000000', read('Dec 31 23:59:59', format, near: Time.utc(2027))
    assert_equal '2027-01-01T00:00:01.000000000', read('Jan  1 00:00:01', format, near: Time.utc(2026, 12, 31, 23))
    assert_equal '2028-02-29T00:00:00.000000000', read('Feb 29 00:00:00', format, near: Time.utc(2027, 6))
    assert_nil read('Feb 30 00:00:00', format)
  end

  test 'zones hold where a time says none' do
    assert_equal '2026-11-25T07:00:00.000000000', read('2026-11-25T08:00:00', 'iso8601', 'Europe/Berlin')
    assert_equal '2026-07-25T06:00:00.000000000', read('2026-07-25T08:00:00', 'iso8601', 'Europe/Berlin')
    assert_equal '2026-07-25T08:00:00.000000000', read('2026-07-25T08:00:00Z', 'iso8601', 'Europe/Berlin')
    assert_equal '2026-11-25T12:30:00.000000000', read('2026-11-25T07:00:00', 'iso8601', '-05:30')
  end

  test 'in the nights when clocks are set' do
    berlin = ['iso8601', 'Europe/Berlin']
    twice = '2026-10-25T02:30:00'
    assert_equal '2026-10-25T00:30:00.000000000', read(twice, *berlin, near: Time.utc(2026, 10, 25, 0, 30))
    assert_equal '2026-10-25T01:30:00.000000000', read(twice, *berlin, near: Time.utc(2026, 10, 25, 1, 31))
    assert_equal '2026-03-29T01:30:00.000000000', read('2026-03-29T02:30:00', *berlin)
  end

  test 'a zone must be known' do
    error = assert_raise(Fluent::ConfigError) { Efk::WrittenTime.new('iso8601', 'Europe/Bonn') }
    assert_equal 'a zone must be known, got Europe/Bonn', error.message
  end

  test 'nothing raises' do
    lines = RandomLines.new(3)
    readers = ['iso8601', 'unix', 'unix_ms', '%b %e %H:%M:%S', '%s', '%Y-%m-%d %H:%M:%S.%N %Z'].map do |format|
      Efk::WrittenTime.new(format, 'Europe/Berlin')
    end
    values = Array.new(400) { [lines.time.scrub, lines.line.scrub] }.flatten + [1e300, -5, 2**80, [], {}, nil, true]
    values.product(readers) { |value, reader| assert_nothing_raised { reader.read(value, NEAR) } }
  end
end
