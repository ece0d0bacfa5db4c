# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/sql/mysql_columns'

class MysqlColumnsTest < Test::Unit::TestCase
  COLUMNS = [%w[id bigint], %w[amount decimal], ['a "name"', 'varchar'], %w[at datetime], %w[seen TIMESTAMP],
             %w[data blob], %w[more json]].freeze

  setup { @columns = Efk::MysqlColumns.new(COLUMNS) }

  test 'values keep their types and all of their digits' do
    text = @columns.json(['18446744073709551615', '12345678901234567890.123456789', "O'Neil\n",
                          '2026-11-25 07:00:00.000001', '2026-11-25 07:00:00', "\x00\xFF".b, '{"a": [1]}'])
    assert_equal(<<~'JSON'.tr("\n", ' ').strip, text)
      {"id": 18446744073709551615, "amount": 12345678901234567890.123456789, "a \"name\"": "O'Neil\n",
      "at": "2026-11-25T07:00:00.000001", "seen": "2026-11-25T07:00:00+00:00", "data": "\\x00ff", "more": {"a": [1]}}
    JSON
  end

  test 'what is missing is null, and no number of JSON is a text' do
    assert_equal('{"id": "0042", "amount": null, "a \"name\"": null, "at": "0000-00-00T00:00:00", "seen": null, ' \
                 '"data": null, "more": null}', @columns.json(['0042', nil, nil, '0000-00-00 00:00:00', nil, nil, nil]))
  end

  test 'a time without a zone is in UTC' do
    assert_equal('2026-11-25T07:00:00.5Z', @columns.time('at', '2026-11-25 07:00:00.5'))
    assert_equal('2026-11-25T00:00:00Z', Efk::MysqlColumns.new([%w[day date]]).time('day', '2026-11-25'))
  end

  test 'numbers and bytes as keys' do
    assert_equal([true, false, false], [@columns.number?('id', '7'), @columns.number?('id', '7 OR 1'),
                                        @columns.number?('at', '7')])
    assert_equal([true, false], [@columns.bytes?('data'), @columns.bytes?('id')])
  end
end
