# frozen_string_literal: true

require 'test/unit'
require 'fluent/config/error'
require_relative '../../../../../constructs/fluentd/ruby/logs/routing'

# Which route and which treatment a container has.
class RoutingTest < Test::Unit::TestCase
  Route = Struct.new(:name, :namespaces, :treatments)
  Treatment = Struct.new(:name, :namespaces, :containers, :except_namespaces, :except_containers)

  def route(name, namespaces: nil, treatments: nil)
    Route.new(name, namespaces, treatments)
  end

  def treatment(name, namespaces: nil, containers: nil, except_containers: nil)
    Treatment.new(name, namespaces, containers, nil, except_containers)
  end

  # Names of the route and of the treatment.
  def way(routing, namespace, container = 'app')
    found = routing.of(namespace, container)
    [found.route&.name, found.treatment]
  end

  test 'a treatment decides before a name, a name before a glob, a glob before what is left' do
    routes = [route('rest'), route('teams', namespaces: %w[team-* shop]), route('a', namespaces: %w[team-a]),
              route('web', treatments: %w[nginx])]
    [routes, routes.reverse].each do |list|
      routing = Efk::Routing.new(list, [treatment('nginx', containers: %w[nginx])])
      assert_equal(%w[web nginx], way(routing, 'team-a', 'nginx'))
      assert_equal(['a', nil], way(routing, 'team-a'))
      assert_equal(['teams', nil], way(routing, 'team-b'))
      assert_equal(['teams', nil], way(routing, 'shop'))
      assert_equal(['rest', nil], way(routing, 'other'))
    end
  end

  test 'without a route for what is left, a container has none' do
    routing = Efk::Routing.new([route('a', namespaces: %w[a]), route('web', treatments: %w[nginx])],
                               [treatment('nginx', containers: %w[nginx])])
    assert_equal([nil, nil], way(routing, 'other'))
    assert_equal(%w[web nginx], way(routing, 'other', 'nginx'))
  end

  test 'of treatments a container has the first that selects it, whether by a name or by a glob' do
    treatments = [treatment('one', namespaces: %w[a b], containers: %w[x]), treatment('two', namespaces: %w[a*]),
                  treatment('three', namespaces: %w[a]), treatment('four', except_containers: %w[y])]
    routing = Efk::Routing.new([route('rest')], treatments)
    assert_equal('one', way(routing, 'a', 'x').last)
    assert_equal('two', way(routing, 'a', 'y').last)
    assert_equal('one', way(routing, 'b', 'x').last)
    assert_equal('four', way(routing, 'b', 'z').last)
    assert_nil(way(routing, 'b', 'y').last)
  end

  test 'two routes cannot take what is left' do
    assert_raise(Fluent::ConfigError) { Efk::Routing.new([route('a'), route('b')], []) }
  end

  test 'what is asked again is not decided again, and no more is remembered than a bound' do
    routing = Efk::Routing.new([route('rest')], [])
    assert_same(routing.of('a', 'x'), routing.of('a', 'x'))
    first = routing.of('a', 'x')
    (Efk::Routing::KNOWN + 1).times { |index| routing.of('b', index.to_s) }
    assert_not_same(first, routing.of('a', 'x'))
  end
end
