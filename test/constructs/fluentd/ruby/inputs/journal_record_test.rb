# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/inputs/journal_record'

# Records of entries of the journal.
class JournalRecordTest < Test::Unit::TestCase
  CURSOR = 's=e41398f8d47448bead4d46cc81419760;i=2f;b=5f5777e46c5f4131bd9b71cbed6b9abf;m=3e8;t=66114601e9e40;' \
           'x=14dd0361f4a84adc'

  def record(fields, cursor = CURSOR)
    Efk::JournalRecord.new('node-1').build(cursor, ->(name) { fields[name] })
  end

  test 'an entry of a unit' do
    time, record = record({ 'MESSAGE' => 'not ready', 'PRIORITY' => '3', '_PID' => '812',
                            '_SYSTEMD_UNIT' => 'kubelet.service', 'SYSLOG_IDENTIFIER' => 'other' })
    assert_equal [1_795_590_000, 123_456_000], [time.sec, time.nsec]
    assert_equal({ '@timestamp' => '2026-11-25T07:00:00.123456000Z', 'message' => 'not ready',
                   '_id' => 'hohenpbadc-f2eadfc2b1b0e1b2d5a63c31', 'log' => { 'offset' => 47, 'level' => 'error' },
                   'kubernetes' => { 'host' => 'node-1' }, 'process' => { 'pid' => 812 },
                   'service' => { 'name' => 'kubelet' } }.except('_id'), record.except('_id'))
    assert_match(/\Ahohenpbadc-\h{24}\z/, record['_id'])
  end

  data('the kernel' => [{ 'SYSLOG_IDENTIFIER' => 'kernel' }, 'kernel'],
       'a session' => [{ '_SYSTEMD_UNIT' => 'session-1.scope' }, 'session-1.scope'],
       'a unit of a user' => [{ '_SYSTEMD_USER_UNIT' => 'app.service' }, 'app'],
       'nothing' => [{ '_SYSTEMD_UNIT' => '' }, nil])
  test 'service.name' do |(fields, name)|
    assert_equal name, record(fields).last.dig('service', 'name')
  end

  test 'what no field says is left out' do
    _, record = record({ 'PRIORITY' => '9', '_PID' => 'x' })
    assert_equal ['', { 'offset' => 47 }], record.values_at('message', 'log')
    assert_equal %w[@timestamp _id kubernetes log message], record.keys.sort
  end

  test 'entries of one time differ, and all records share the node' do
    ids = [CURSOR, CURSOR.sub('i=2f', 'i=30')].map { |cursor| record({}, cursor).last['_id'] }
    assert_equal 2, ids.uniq.size
    assert_true record({}).last['kubernetes'].frozen?
  end
end
