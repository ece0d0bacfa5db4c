# frozen_string_literal: true

require 'test/unit'
require 'fluent/config/error'
require_relative '../../../../../constructs/fluentd/ruby/logs/routing'

# Which route and which treatment a container has.
class RoutingTest < Test::Unit::TestCase
  Route = Struct.new(:name, :namespaces, :treatments, :labels, keyword_init: true)
  Treatment = Struct.new(:name, :namespaces, :containers, :labels, :except_namespaces, :except_containers,
                         :except_labels, :unknown_labels, keyword_init: true)

  def route(name, **more) = Route.new(name: name, **more)

  def treatment(name, **more) = Treatment.new(name: name, **more)

  # Names of the route and of the treatment; nil as long as they are not known.
  def way(routing, namespace, container = 'app', labels: :none)
    found = routing.of(namespace, container) { labels == :none ? flunk('it asks for labels') : labels }
    found && [found.route&.name, found.treatment]
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

  test 'routes by labels come before names, and only who may have one waits for labels' do
    routes = [route('rest'), route('shop', namespaces: %w[shop]), route('pay', labels: { 'team' => %w[pay bill-*] }),
              route('x', namespaces: %w[x-*], labels: { 'tier' => %w[db] }), route('web', treatments: %w[nginx])]
    routing = Efk::Routing.new(routes, [treatment('nginx', containers: %w[nginx])])
    assert_equal(%w[pay shop rest pay], [%w[shop bill-1], %w[shop bill], %w[other -], ['', 'pay']].map do |name, team|
      way(routing, name, labels: { 'team' => team, 'tier' => 'db' }).first
    end)
    assert_equal('x', way(routing, 'x-1', labels: { 'tier' => 'db', 'team' => nil }).first)
    assert_nil(way(routing, 'shop', labels: nil))
    assert_equal(['rest', nil], way(routing, 'x-1', labels: Efk::LabelCondition::GONE))
    assert_equal(%w[web nginx], way(routing, 'shop', 'nginx'))
    assert_equal(%w[team tier], routing.labels)
  end

  test 'a treatment by labels is waited for unless one before it is sure' do
    treatments = [treatment('first', namespaces: %w[a]),
                  treatment('team', namespaces: %w[a b], labels: { 'team' => %w[x] }),
                  treatment('others', namespaces: %w[b], except_labels: { 'tier' => %w[db] }),
                  treatment('last', namespaces: %w[b])]
    routing = Efk::Routing.new([route('rest')], treatments)
    assert_equal(%w[rest first], way(routing, 'a'))
    assert_equal(['rest', nil], way(routing, 'c'))
    assert_nil(way(routing, 'b', labels: nil))
    found = [{ 'team' => 'x' }, { 'team' => 'y' }, { 'tier' => 'db' }].map do |labels|
      way(routing, 'b', labels: labels).last
    end
    assert_equal(%w[team others last], found)
    assert_equal(%w[team tier], routing.labels)
  end

  test 'of a pod that is gone, what redacts is meant and nothing else by labels' do
    by_team = { labels: { 'team' => %w[x] }, except_labels: { 'tier' => %w[db] } }
    plain, closed = [false, true].map do |unknown|
      treatments = [treatment('team', **by_team, unknown_labels: unknown), treatment('rest')]
      way(Efk::Routing.new([route('all')], treatments), 'shop', labels: Efk::LabelCondition::GONE).last
    end
    assert_equal(%w[rest team], [plain, closed])
  end

  test 'a container is read if there is a route that it may have' do
    routes = [route('a', labels: { 'team' => %w[x] }, namespaces: %w[a]), route('t', treatments: %w[t])]
    routing = Efk::Routing.new(routes, [treatment('t', namespaces: %w[b], labels: { 'team' => %w[x] })])
    assert_equal([true, true, false], %w[a b c].map { |namespace| routing.reads?(namespace, 'app') })
    assert_equal([nil, nil], way(routing, 'a', labels: { 'team' => 'y' }))
    assert_equal(%w[t t], way(routing, 'b', labels: { 'team' => 'x' }))
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
