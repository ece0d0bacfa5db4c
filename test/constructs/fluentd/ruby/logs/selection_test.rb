# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/logs/selection'

# Which containers a selection means.
class SelectionTest < Test::Unit::TestCase
  data('all' => [[nil, nil], nil, %w[shop/cart shop/db other/cart]],
       'a namespace' => [[%w[shop], nil], nil, %w[shop/cart shop/db]],
       'a glob' => [[%w[sh* x], nil], nil, %w[shop/cart shop/db]],
       'containers anywhere' => [[nil, %w[ca?t]], nil, %w[shop/cart other/cart]],
       'both' => [[%w[shop], %w[cart]], nil, %w[shop/cart]],
       'an excepted namespace' => [[nil, nil], [%w[shop], nil], %w[other/cart]],
       'excepted containers of a namespace' => [[nil, nil], [%w[shop], %w[cart]], %w[shop/db other/cart]])
  test 'it matches what is selected and not excepted' do |(select, except, expected)|
    selection = Efk::Selection.new(select, except)
    matching = %w[shop/cart shop/db other/cart].select { |name| selection.matches?(*name.split('/')) }
    assert_equal expected, matching
  end
end
