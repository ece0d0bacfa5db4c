# frozen_string_literal: true

require 'fileutils'
require 'tmpdir'
require 'fluent/test'
require 'fluent/test/driver/input'
require 'fluent/plugin/buffer'
require_relative '../../../../constructs/fluentd/ruby/in_container_logs'

class ContainerLogsInputTest < Test::Unit::TestCase
  setup do
    Fluent::Test.setup
    @root = Dir.mktmpdir
    FileUtils.mkdir(File.join(@root, 'pods'))
  end

  teardown { FileUtils.remove_entry(@root) }

  def driver(more = '', routes: { 'rest' => nil })
    sections = routes.map do |name, namespaces|
      data_stream = { type: 'logs', dataset: name, namespace: 'default' }.to_json
      ["<route #{name}>", namespaces && "namespaces #{namespaces.to_json}", "data_stream #{data_stream}", '</route>']
    end
    Fluent::Test::Driver::Input.new(Fluent::Plugin::ContainerLogsInput).configure(<<~CONF)
      path #{@root}/pods
      pos_file #{@root}/state/positions
      node_name node-1
      refresh_interval 0.1
      event_wait 0.3
      #{more}
      #{sections.join("\n")}
    CONF
  end

  def write(texts, pod: 'shop_cart-0_uid', file: '0.log')
    folder = File.join(@root, 'pods', pod, 'app')
    FileUtils.mkdir_p(folder)
    lines = texts.map { |text| "2026-11-25T07:00:00.123456789Z stdout F #{text}\n" }
    File.write(File.join(folder, file), lines.join, mode: 'a')
  end

  # Runs until +count+ events are there, then a little longer.
  def events_of(driver, count)
    deadline = Process.clock_gettime(Process::CLOCK_MONOTONIC) + 5
    driver.run(shutdown: true) do
      sleep 0.02 until driver.events.size >= count || Process.clock_gettime(Process::CLOCK_MONOTONIC) > deadline
      sleep 0.2
    end
    driver.events
  end

  def messages(driver, count)
    events_of(driver, count).map { |_, _, record| record['message'] }
  end

  test 'a record says where it comes from' do
    write(['{"a":1}'])
    tag, time, record = events_of(driver, 1).first
    assert_equal(['rest', 1_795_590_000, 123_456_789], [tag, time.sec, time.nsec])
    assert_match(/\A\h{14}-dn43j6f5k2z9-0-7\z/, record.delete('_id'))
    assert_equal({
                   '@timestamp' => '2026-11-25T07:00:00.123456789Z', 'message' => '{"a":1}', 'stream' => 'stdout',
                   'kubernetes' => { 'namespace_name' => 'shop', 'pod_name' => 'cart-0', 'pod_id' => 'uid',
                                     'container_name' => 'app', 'host' => 'node-1' },
                   'data_stream' => { 'type' => 'logs', 'dataset' => 'rest', 'namespace' => 'default' },
                   'log' => { 'offset' => 0 }
                 }, record)
  end

  test 'the namespace decides on the route; without one nothing is read' do
    routes = { 'payments' => %w[billing payments], 'shop' => %w[shop] }
    write(['1'], pod: 'billing_a_uid')
    write(['2'], pod: 'shop_a_uid')
    write(['3'], pod: 'other_a_uid')
    found = events_of(driver(routes: routes), 2).to_h { |tag, _, record| [record['message'], tag] }
    assert_equal({ '1' => 'payments', '2' => 'shop' }, found)
  end

  test 'a pod that is excluded later is not counted as lost' do
    write(%w[one])
    assert_equal(%w[one], messages(driver, 1))
    write(%w[two])
    excluding = driver('exclude_pods ["shop_*_*"]')
    assert_empty(events_of(excluding, 0))
    assert_empty(excluding.logs.grep(/removed/))
  end

  test 'a namespace that has no route any more is not counted as lost' do
    write(%w[one])
    assert_equal(%w[one], messages(driver, 1))
    write(%w[two])
    elsewhere = driver(routes: { 'other' => %w[other] })
    assert_empty(events_of(elsewhere, 0))
    assert_empty(elsewhere.logs.grep(/removed/))
  end

  test 'a pod that is gone is counted as lost, unless it is excluded' do
    write(%w[one])
    assert_equal(%w[one], messages(driver, 1))
    FileUtils.rm_r(File.join(@root, 'pods', 'shop_cart-0_uid'))
    gone = driver
    assert_empty(events_of(gone, 0))
    assert_equal(1, gone.logs.grep(/removed while nobody read it/).size)
  end

  test 'a route can take the containers of a treatment, in namespaces without a route too' do
    more = <<~CONF
      <treatment nginx>
        containers ["app"]
        except_namespaces ["shop"]
      </treatment>
      <route web>
        treatments ["nginx"]
        data_stream {"type":"logs","dataset":"web","namespace":"default"}
      </route>
    CONF
    write(['1'], pod: 'billing_a_uid')
    write(['2'], pod: 'shop_a_uid')
    found = events_of(driver(more, routes: { 'team' => %w[sh*] }), 2).to_h { |tag, _, record| [record['message'], tag] }
    assert_equal({ '1' => 'web', '2' => 'team' }, found)
  end

  test 'pods can be excluded' do
    write(['own'], pod: 'agents_fluentd-abcde_uid')
    write(['other'], pod: 'agents_fluentd-abcdef_uid')
    assert_equal(%w[other], messages(driver('exclude_pods ["agents_fluentd-?????_*"]'), 1))
  end

  test 'equal lines of one time are two events with two identities, which are the same when they are read again' do
    write(%w[tick tick])
    ids = events_of(driver, 2).map { |_, _, record| record['_id'] }
    FileUtils.remove_entry(File.join(@root, 'state'))
    assert_equal(ids, events_of(driver, 2).map { |_, _, record| record['_id'] })
    assert_equal(2, ids.uniq.size)
  end

  test 'what is held at the end is read again and joined with what follows' do
    write(['Traceback (most recent call last):', '  File "a.py", line 1, in f'])
    first = driver('event_wait 60')
    assert_equal([], messages(first, 0))
    write(['ValueError: x', '{"next":1}'])
    joined = "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nValueError: x"
    assert_equal([joined, '{"next":1}'], messages(driver, 2))
    assert_equal([], messages(driver, 0))
  end

  test 'a trace that goes on behind a rotation is one event' do
    write(['Traceback (most recent call last):', '  File "a.py", line 1, in f'])
    Thread.new do
      sleep 0.5
      folder = File.join(@root, 'pods', 'shop_cart-0_uid', 'app')
      File.rename("#{folder}/0.log", "#{folder}/0.log.20261125-070000")
      write(['ValueError: x'])
    end
    assert_equal(["Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nValueError: x"],
                 messages(driver('event_wait 2'), 1))
  end

  test 'when the buffer takes nothing, nothing is passed over: it is read again' do
    write(Array.new(3000) { |index| %({"line":#{index}}) })
    driver = driver()
    refused = 0
    router = driver.instance.router
    router.define_singleton_method(:emit_stream) do |tag, events|
      refused += 1
      raise Fluent::Plugin::Buffer::BufferOverflowError, 'full' if refused <= 2

      super(tag, events)
    end
    assert_equal(Array.new(3000) { |index| %({"line":#{index}}) }, messages(driver, 3000))
    assert_operator(refused, :>, 2)
  end

  test 'what is held in all has a bound' do
    10.times { |index| write(["#{'x' * 100} #{index}"], pod: "shop_pod-#{index}_uid") }
    events = events_of(driver("event_wait 60\nmax_held_size 500"), 6)
    assert_operator(events.size, :>=, 6)
    assert_operator(events.size, :<, 10)
  end

  test 'a folder that cannot be read is told and counted' do
    FileUtils.remove_entry(File.join(@root, 'pods'))
    counter = Prometheus::Client.registry.get(:fluentd_container_logs_read_errors_total)
    before = counter&.get || 0
    driver = driver()
    events_of(driver, 0)
    counter = Prometheus::Client.registry.get(:fluentd_container_logs_read_errors_total)
    assert_operator(counter.get, :>, before)
    assert(driver.logs.any? { |line| line.include?('log cannot be read path=') && line.include?('/pods"') })
  end

  test 'a line that no runtime has written is stored and marked' do
    write(['good'])
    File.write(File.join(@root, 'pods/shop_cart-0_uid/app/0.log'), "garbage \xE9\n", mode: 'a')
    record = events_of(driver, 2).find { |_, _, found| found['event'] }.last
    assert_equal(["garbage \xE9", { 'kind' => 'pipeline_error' }, 'not a line of a container runtime'],
                 [record['message'], record['event'], record['error']['message']])
  end

  test 'two routes that take what is left are refused' do
    error = assert_raise(Fluent::ConfigError) { driver(routes: { 'a' => nil, 'b' => nil }) }
    assert_equal('at most one route can take all that is left', error.message)
  end
end
