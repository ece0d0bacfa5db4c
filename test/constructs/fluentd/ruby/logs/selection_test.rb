# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/logs/selection'

# Which containers a selection means.
class SelectionTest < Test::Unit::TestCase
  def self.part(namespaces: nil, containers: nil, labels: nil)
    Efk::Selection::Part.new(namespaces, containers, labels)
  end

  data('all' => [part, nil, %w[shop/cart shop/db other/cart]],
       'a namespace' => [part(namespaces: %w[shop]), nil, %w[shop/cart shop/db]],
       'a glob' => [part(namespaces: %w[sh* x]), nil, %w[shop/cart shop/db]],
       'containers anywhere' => [part(containers: %w[ca?t]), nil, %w[shop/cart other/cart]],
       'both' => [part(namespaces: %w[shop], containers: %w[cart]), nil, %w[shop/cart]],
       'an excepted namespace' => [part, part(namespaces: %w[shop]), %w[other/cart]],
       'excepted containers of a namespace' => [part, part(namespaces: %w[shop], containers: %w[cart]),
                                                %w[shop/db other/cart]])
  test 'it means what is selected and not excepted' do |(select, except, expected)|
    selection = Efk::Selection.new(select, except)
    meant = %w[shop/cart shop/db other/cart].select { |name| selection.of(*name.split('/')) == true }
    assert_equal expected, meant
  end

  data('labels' => [part(namespaces: %w[shop], labels: { 'team' => %w[a] }), nil, [:labels, :labels, false]],
       'excepted labels' => [part, part(namespaces: %w[shop], labels: { 'team' => %w[a] }), [:labels, :labels, true]],
       'labels of some containers' => [part, part(containers: %w[db], labels: { 'team' => %w[a] }),
                                       [true, :labels, true]],
       'no labels where names except' => [part(labels: { 'team' => %w[a] }), part(namespaces: %w[shop]),
                                          [false, false, :labels]])
  test 'it depends on labels only where names leave it open' do |(select, except, expected)|
    selection = Efk::Selection.new(select, except)
    found = %w[shop/cart shop/db other/cart].map { |name| selection.of(*name.split('/')) }
    assert_equal(expected, found.map { |each| each.is_a?(Efk::LabelCondition) ? :labels : each })
  end
end
