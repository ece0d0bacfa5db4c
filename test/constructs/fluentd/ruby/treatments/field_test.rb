# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/treatments/field'

# Fields by their names in Elasticsearch.
class FieldTest < Test::Unit::TestCase
  RECORD = { 'message' => 'm', 'log' => { 'level' => 'info', 'offset' => 0 },
             'json' => { 'a.b' => { 'c' => 1 }, 'a' => { 'b' => { 'd' => 2 }, 'x' => nil }, 'deep.er' => 3 } }.freeze

  data('at the top' => %w[message m], 'in an object' => %w[log.level info], 'zero' => ['log.offset', 0],
       'below a key with a dot' => ['json.a.b.c', 1], 'through objects' => ['json.a.b.d', 2],
       'a key with a dot' => ['json.deep.er', 3], 'an object' => ['json.a.b', { 'd' => 2 }],
       'null' => ['json.a.x', nil], 'missing' => ['json.a.y', nil], 'below a text' => ['message.x', nil])
  test 'a value is found through objects and keys with dots' do |(name, value)|
    assert_equal value, Efk::Field.new(name).get(RECORD)
  end
end
