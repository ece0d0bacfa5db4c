# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/syslog/syslog_message'

class SyslogMessageTest < Test::Unit::TestCase
  NEAR = Time.utc(2026, 11, 27, 12)

  def read(text, zone: 'UTC', near: NEAR)
    Efk::SyslogMessage.new(zone).read(text, near)
  end

  # Without what every message has.
  def fields(text, **)
    read(text, **)&.reject { |name, _| name.match?(/facility|severity|priority|level/) }
  end

  test 'the examples of RFC 3164' do
    assert_equal({ 'time' => Time.utc(2026, 10, 11, 22, 14, 15), 'log.syslog.hostname' => 'mymachine',
                   'log.syslog.appname' => 'su', 'message' => "'su root' failed for lonvick on /dev/pts/8",
                   'log.syslog.facility.code' => 4, 'log.syslog.severity.code' => 2, 'log.level' => 'critical' },
                 read("<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8"))
    assert_equal({ 'message' => 'Use the BFG!' }, fields('<13>Use the BFG!'))
    assert_equal({ 'time' => Time.utc(2026, 2, 5, 17, 32, 18), 'log.syslog.hostname' => '10.0.0.99',
                   'message' => 'Use the BFG!' }, fields('<13>Feb  5 17:32:18 10.0.0.99 Use the BFG!'))
  end

  test 'the examples of RFC 5424' do
    assert_equal({ 'time' => Time.utc(2003, 10, 11, 22, 14, 15, 3000), 'log.syslog.hostname' => 'mymachine.example.com',
                   'log.syslog.appname' => 'su', 'log.syslog.msgid' => 'ID47',
                   'message' => "'su root' failed for lonvick on /dev/pts/8" },
                 fields('<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - ' \
                        "\uFEFF'su root' failed for lonvick on /dev/pts/8"))
    element = '[exampleSDID@32473 iut="3" eventSource="App\\"lication" eventID="1011"]'
    assert_equal({ 'exampleSDID@32473' => { 'iut' => '3', 'eventSource' => 'App"lication', 'eventID' => '1011' } },
                 fields("<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 evntslog 8710 ID47 #{element}")
                   .fetch('log.syslog.structured_data'))
  end

  test 'what programs and devices write' do
    {
      '<13>Nov 27 10:00:00 backup[4711]: done' =>
        { 'log.syslog.appname' => 'backup', 'log.syslog.procid' => '4711', 'message' => 'done' },
      '<13>Nov 27 10:00:00 db.shop postgres[88]: LOG:  ready' =>
        { 'log.syslog.hostname' => 'db.shop', 'log.syslog.appname' => 'postgres', 'log.syslog.procid' => '88',
          'message' => 'LOG:  ready' },
      '<13>Nov 27 2026 10:00:00.5 fw %ASA-6-302013: Built' =>
        { 'log.syslog.hostname' => 'fw', 'message' => '%ASA-6-302013: Built' },
      '<13>2026-11-27T10:00:00Z fe80::1 app: up' =>
        { 'log.syslog.hostname' => 'fe80::1', 'log.syslog.appname' => 'app', 'message' => 'up' }
    }.each { |text, expected| assert_equal(expected, fields(text).except('time'), text) }
    assert_equal(Time.utc(2026, 11, 27, 10, 0, 0.5r), fields('<13>Nov 27 2026 10:00:00.5 fw x')['time'])
  end

  test 'a time without a zone is in that of the input, and in the last year that it can be' do
    assert_equal(Time.utc(2026, 11, 27, 9), read('<13>Nov 27 10:00:00 a b: c', zone: 'Europe/Berlin')['time'])
    assert_equal(Time.utc(2026, 1, 1), read('<13>Jan  1 00:00:00 a b: c')['time'])
    assert_equal(Time.utc(2027, 1, 1), read('<13>Jan  1 00:00:00 a b: c', near: Time.utc(2026, 12, 31, 23, 59))['time'])
  end

  test 'a message with an impossible time has none' do
    assert_equal({ 'log.syslog.hostname' => 'a', 'log.syslog.appname' => 'b', 'message' => 'c' },
                 fields('<13>Feb 30 10:00:00 a b: c'))
  end

  test 'without a priority, or with one that there cannot be, it is none' do
    ['hello', '<192>x', '<>x', '', '<13', '<34>1 not of RFC 5424'].each { |text| assert_nil(read(text), text) }
  end
end
