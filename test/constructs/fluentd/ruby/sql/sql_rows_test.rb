# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/sql/sql_rows'

class SqlRowsTest < Test::Unit::TestCase
  # A table with numbers as keys.
  Table = Struct.new(:keys, :text) do
    def rows(after, limit)
      (@limits ||= []) << limit
      from = after ? keys.bsearch_index { |key| key > after } : 0
      from ? keys[from, limit].map { |key| [key, nil, text] } : []
    end

    attr_reader :limits
  end

  setup do
    @table = Table.new((1..2500).to_a, '{}')
    @now = 0
    @rows = Efk::SqlRows.new(@table, 60, clock: -> { @now })
  end

  # Keys that are read from a position on, and the next position.
  def read(position)
    keys = []
    following = @rows.read_from(position) { |rows| keys.concat(rows.map(&:first)) }
    [keys, following]
  end

  test 'all blocks are read, each row once, and the position waits for late rows' do
    assert_equal([(1..2500).to_a, nil], read(nil))
    @table.keys << 2502
    assert_equal([[2502], nil], read(nil))
    @now = 59
    @table.keys.insert(-2, 2501)
    assert_equal([[2501], nil], read(nil))
    @now = 60
    assert_equal([[], 2502], read(nil))
    @table.keys << 2503
    assert_equal([[2503], 2502], read(2502))
  end

  test 'what the pipeline does not take is read again' do
    assert_raise(RuntimeError) { @rows.read_from(nil) { raise 'full' } }
    assert_equal([(1..2500).to_a, nil], read(nil))
  end

  test 'of a backlog no more is remembered than a bound' do
    @table.keys = (1..250_000).to_a
    keys, position = read(nil)
    assert_equal([200_960, 200_960], [keys.size, position])
    assert_equal([49_040, nil], [(rest = read(position)).first.size, rest.last])
  end

  test 'of large rows there are few in a block' do
    @table.text = 'x' * (1 << 20)
    @table.keys = (1..100).to_a
    assert_equal((1..100).to_a, read(nil).first)
    assert_equal([64, 8, 8, 8, 8, 8], @table.limits)
    @table.text = '{}'
    @table.limits.clear
    read(nil)
    assert_equal([16, 32, 64], @table.limits)
  end
end
