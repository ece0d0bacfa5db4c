# frozen_string_literal: true

require 'fileutils'
require 'json'
require 'socket'
require 'tmpdir'
require 'fluent/test'
require 'fluent/test/driver/input'
require 'fluent/plugin/buffer'
require_relative '../../../../constructs/fluentd/ruby/in_kubernetes_events'

class KubernetesEventsInputTest < Test::Unit::TestCase
  # Answers each request with the next of the answers, then holds connections.
  class ApiServer
    attr_reader :paths, :port

    def initialize(answers)
      @server = TCPServer.new('127.0.0.1', 0)
      @port = @server.addr[1]
      @paths = []
      @thread = Thread.new { answers.each { |status, objects| answer(@server.accept, status, objects) } && sleep }
    end

    def stop
      @thread.kill
      @server.close
    end

    private

    def answer(socket, status, objects)
      lines = socket.each_line("\r\n").take_while { |line| line != "\r\n" }
      raise 'without a token' unless lines.include?("Authorization: Bearer secret\r\n")

      @paths << lines.first.split[1]
      body = objects.map { |object| "#{JSON.generate(object)}\n" }.join
      socket.write("HTTP/1.1 #{status} Said\r\nContent-Length: #{body.bytesize}\r\nConnection: close\r\n\r\n#{body}")
      socket.close
    end
  end

  setup do
    Fluent::Test.setup
    @folder = Dir.mktmpdir
    File.write("#{@folder}/token", "secret\n")
  end

  teardown do
    @server&.stop
    FileUtils.remove_entry(@folder)
  end

  def event(uid, version, more = {})
    { 'metadata' => { 'uid' => uid, 'resourceVersion' => version, 'creationTimestamp' => '2026-11-27T10:00:00Z' },
      'message' => "happened #{uid}", 'reason' => 'Started', 'type' => 'Normal' }.merge(more)
  end

  def list(version, *items, continue: nil)
    [200, [{ 'metadata' => { 'resourceVersion' => version, 'continue' => continue }, 'items' => items }]]
  end

  def watch(*changes)
    [200, changes.map { |type, object| { 'type' => type, 'object' => object } }]
  end

  # Records that come of these answers.
  def records(*answers, count:)
    @server = ApiServer.new(answers)
    driver = Fluent::Test::Driver::Input.new(Fluent::Plugin::KubernetesEventsInput).configure(<<~CONF)
      tag cluster
      url http://127.0.0.1:#{@server.port}
      token_path #{@folder}/token
      ca_path #{@folder}/ca.crt
      pos_file #{@folder}/state/version
    CONF
    yield driver if block_given?
    driver.run(shutdown: true) do
      deadline = Time.now + 5
      sleep 0.02 until driver.events.size >= count || Time.now > deadline
      sleep 0.2
    end
    driver.events.map(&:last)
  end

  def saved
    JSON.parse(File.read("#{@folder}/state/version"))
  end

  test 'a record says what happened, to whom and when' do
    pod = { 'kind' => 'Pod', 'namespace' => 'shop', 'name' => 'cart-0', 'uid' => 'u1' }
    failed = event('e1', '7', 'type' => 'Warning', 'count' => 3, 'lastTimestamp' => '2026-11-27T10:05:00Z',
                              'involvedObject' => pod, 'source' => { 'host' => 'node-1' })
    record = records(list('7', failed), count: 1).first
    assert_equal({ 'reason' => 'Started', 'type' => 'Warning', 'count' => 3, 'involvedObject' => pod,
                   'lastTimestamp' => '2026-11-27T10:05:00Z', 'message' => 'happened e1', '_id' => 'e1-7',
                   'log' => { 'level' => 'warn' }, 'event' => { 'action' => 'Started' },
                   'kubernetes' => { 'namespace_name' => 'shop', 'pod_name' => 'cart-0', 'pod_id' => 'u1',
                                     'host' => 'node-1' },
                   'orchestrator' => { 'namespace' => 'shop',
                                       'resource' => { 'name' => 'cart-0', 'type' => 'Pod' } } }, record)
  end

  test 'all pages, then each change; the version of what was taken is saved' do
    found = records(list(nil, event('a', '1'), continue: 'more'), list('5', event('b', '2')),
                    watch(['ADDED', event('c', '6')], ['MODIFIED', event('a', '8')], ['DELETED', event('b', '9')],
                          ['BOOKMARK', { 'metadata' => { 'resourceVersion' => '12' } }]), count: 4)
    assert_equal(%w[a-1 b-2 c-6 a-8], found.map { |record| record['_id'] })
    assert_equal('12', saved)
    assert_match(/limit=500\z/, @server.paths[0])
    assert_match(/continue=more\z/, @server.paths[1])
    assert_match(/resourceVersion=5&allowWatchBookmarks=true/, @server.paths[2])
  end

  test 'it goes on where it was, and lists when that is too long ago' do
    records(list('5'), watch(['ADDED', event('c', '6')]), count: 1)
    gone = watch(['ERROR', { 'code' => 410 }])
    found = records(gone, list('9', event('c', '6'), event('d', '8')), watch(['ADDED', event('e', '10')]), count: 3)
    assert_match(/resourceVersion=6&/, @server.paths[0])
    assert_equal(%w[c-6 d-8 e-10], found.map { |record| record['_id'] })
    @server.stop
    found = records([410, [{}]], list('20', event('f', '15')), count: 1)
    assert_equal(%w[f-15], found.map { |record| record['_id'] })
  end

  test 'what the pipeline does not take is read again' do
    full = 2
    found = records(list('5'), watch(['ADDED', event('c', '6')]), watch(['ADDED', event('c', '6')]),
                    watch(['ADDED', event('c', '6')]), count: 1) do |driver|
      router = driver.instance.router
      emit = router.method(:emit_stream)
      router.define_singleton_method(:emit_stream) do |*args|
        raise Fluent::Plugin::Buffer::BufferOverflowError if (full -= 1) >= 0

        emit.call(*args)
      end
    end
    assert_equal(%w[c-6], found.map { |record| record['_id'] })
    assert_equal('6', saved)
  end
end
