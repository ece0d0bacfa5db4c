# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/log_metrics/path_templates'

class PathTemplatesTest < Test::Unit::TestCase
  def learned(path) = Efk::PathTemplates.new.of(path)

  {
    '/' => '/', '' => '/', '/orders' => '/orders', '/orders/17' => '/orders/:id',
    '/orders/17/items/3' => '/orders/:id/items/:id',
    '/v2/users' => '/v2/users', '/users/8a6e1f0c-2222-3333-4444-555555555555' => '/users/:id',
    '/commit/9fceb02d0ae598e95dc970b74767f19372d61af8' => '/commit/:id', '/deadbeef' => '/deadbeef',
    '/s/01ARZ3NDEKTSV4RRFFQ69G5FAV/x' => '/s/:id/x', '/u/somebody@example.com' => '/u/:id', '/a%20b' => '/:id',
    '/orders/17?page=2' => '/orders/:id', "/#{'x' * 41}" => '/:id', "/#{'x' * 40}" => "/#{'x' * 40}",
    '/a/b;jsessionid=1' => '/a/b', '/orders/' => '/orders', "/#{'x/' * 300}" => '_other', '/a' * 13 => '_other'
  }.each do |path, template|
    test "#{path[0, 60]} is #{template[0, 60]}" do
      assert_equal template, learned(path)
    end
  end

  test 'so many templates are learned, and known ones stay' do
    templates = Efk::PathTemplates.new
    names = Array.new(150) { |number| "/page-#{('a'..'z').to_a[number / 26]}#{('a'..'z').to_a[number % 26]}" }
    assert_equal([*names.first(100), *Array.new(50, '_other')], names.map { |name| templates.of(name) })
    2_000.times { |number| assert_equal '_other', templates.of("/new-#{'x' * (number % 30)}/#{number}") }
    assert_equal names.first, templates.of(names.first)
  end

  test 'templates that are given hold, the first first, and nothing else is told' do
    templates = Efk::PathTemplates.new(['/orders/new', '/orders/:id', '/static/*', '/'])
    expected = { '/orders/new' => '/orders/new', '/orders/17' => '/orders/:id', '/orders/a.b/' => '/orders/:id',
                 '/static/js/app.js' => '/static/*', '/static/' => '/static/*', '/' => '/', '/admin' => '_other',
                 '/orders/1/2' => '_other', '/ordersx/1' => '_other' }
    assert_equal(expected, expected.to_h { |path, _| [path, templates.of(path)] })
  end
end
