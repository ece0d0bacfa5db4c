# frozen_string_literal: true

require 'fluent/test'
require 'fluent/test/driver/filter'
require 'fluent/test/helpers'
require 'json'
require 'test/unit'
require_relative '../../../../constructs/fluentd/ruby/filter_audit_events'

# What is dropped and counted, and what records events become.
class AuditEventsFilterTest < Test::Unit::TestCase
  include Fluent::Test::Helpers

  # A request to read the logs of a pod, by a user in the name of another.
  EVENT = {
    'kind' => 'Event', 'apiVersion' => 'audit.k8s.io/v1', 'level' => 'Metadata', 'auditID' => 'a',
    'stage' => 'ResponseComplete', 'requestURI' => '/api/v1/namespaces/shop/pods/cart-0/log', 'verb' => 'get',
    'user' => { 'username' => 'alice' }, 'impersonatedUser' => { 'username' => 'bob' },
    'sourceIPs' => ['192.0.2.7', '10.0.0.5'],
    'objectRef' => { 'resource' => 'pods', 'subresource' => 'log', 'namespace' => 'shop', 'name' => 'cart-0' },
    'responseStatus' => { 'code' => 200 }, 'stageTimestamp' => '2026-11-25T07:00:00.123456Z'
  }.freeze

  setup { Fluent::Test.setup }

  def records(*lines, conf: '')
    driver = Fluent::Test::Driver::Filter.new(Fluent::Plugin::AuditEventsFilter).configure("input audit\n#{conf}")
    driver.run(default_tag: 'audit') do
      lines.each do |line|
        line = JSON.generate(line) unless line.is_a?(String)
        driver.feed(event_time, { 'message' => line.b, 'path' => '/audit.log' })
      end
    end
    driver.filtered_records
  end

  def dropped_by(where)
    drop = "<drop>\nreason a rule\nwhere #{JSON.generate(where)}\n</drop>"
    records(EVENT, conf: drop).empty?.tap do |dropped|
      assert_equal dropped ? 1 : 0, count(:fluentd_input_dropped_events_total, reason: 'a rule')
    end
  end

  def count(name, **labels)
    Prometheus::Client.registry.get(name).get(labels: { input: 'audit', **labels })
  end

  test 'the words of the Elastic Common Schema are those of the event, and the message is the line' do
    line = JSON.generate(EVENT)
    assert_equal([{
                   'message' => line, 'path' => '/audit.log', '_id' => Digest::SHA256.hexdigest(line).slice(0, 32),
                   '@timestamp' => '2026-11-25T07:00:00.123456Z',
                   'event' => { 'action' => 'get', 'outcome' => 'success' },
                   'user' => { 'name' => 'alice' }, 'source' => { 'ip' => '10.0.0.5' },
                   'orchestrator' => { 'namespace' => 'shop',
                                       'resource' => { 'type' => 'pods/log', 'name' => 'cart-0' } }
                 }], records(line))
  end

  test 'an event with little in it' do
    event = EVENT.slice('kind', 'apiVersion', 'stageTimestamp').merge('sourceIPs' => ['a proxy'], 'objectRef' => nil)
    assert_equal %w[@timestamp _id message path], records(event).first.keys.sort
  end

  test 'a request that failed' do
    record = records(EVENT.merge('responseStatus' => { 'code' => 403 })).first
    assert_equal 'failure', record['event']['outcome']
  end

  test 'two requests to which a client gave the same id are two events' do
    ids = records(EVENT, EVENT.merge('verb' => 'delete'), EVENT).map { |record| record['_id'] }
    assert_equal 2, ids.uniq.size
  end

  test 'a rule drops what fulfils all of it' do
    assert_true dropped_by('verb' => %w[get list], 'code' => [{ 'matches' => '\A2\d\d\z' }])
    assert_true dropped_by('user' => ['alice'], 'namespace' => ['shop'], 'level' => ['Metadata'])
    assert_true dropped_by('code' => [200, 201], 'stage' => ['ResponseComplete'])
    assert_false dropped_by('verb' => ['get'], 'code' => [403])
    assert_false dropped_by('user' => ['bob'])
  end

  test 'a part of a resource is not the resource' do
    assert_false dropped_by('resource' => ['pods'])
    assert_true dropped_by('resource' => [{ 'matches' => '\Apods\/.*\z' }])
  end

  test 'what is no event is stored as text, marked and counted, whatever the rules say' do
    conf = "<drop>\nreason all\nwhere {\"verb\":[{\"matches\":\".*\"}]}\n</drop>"
    lines = ['{"kind":"Event","apiVer', '[]', '{"verb":"get"}', "caf\xE9"]
    stored = records(*lines, conf: conf)
    assert_equal(['{"kind":"Event","apiVer', '[]', '{"verb":"get"}', "caf\uFFFD"],
                 stored.map { |record| record['message'] })
    assert_equal [Efk::AuditEvents::NO_EVENT], stored.map { |record| record['error']['message'] }.uniq
    assert_equal 4, count(:fluentd_input_bad_messages_total)
  end

  test 'a long event goes on in further ones, which say what it is' do
    line = JSON.generate(EVENT.merge('requestObject' => { 'data' => 'é' * 1500 }))
    parts = records(line, conf: 'max_event_size 1k')
    assert_equal line, parts.map { |part| part['message'] }.join
    sizes = parts.map { |part| part['message'].bytesize }
    assert_equal([0, *sizes.first(3)].inject([]) { |sums, size| sums << ((sums.last || 0) + size) },
                 parts.map { |part| part['log']['offset'] })
    assert_equal([['partial'], ['partial'], ['partial'], nil], parts.map { |part| part['log']['flags'] })
    assert_equal 4, parts.map { |part| part['_id'] }.uniq.size
    assert_equal [EVENT], parts.map { |part| part['json'] }.uniq
    assert_equal ['alice'], parts.map { |part| part['user']['name'] }.uniq
  end

  test 'a long line that is no event is kept in parts too' do
    parts = records('x' * 2500, conf: 'max_event_size 1k')
    assert_equal([1024, 1024, 452], parts.map { |part| part['message'].size })
    assert_nil parts.first['json']
  end

  test 'pieces of an event that is too long to be read say what it is, and are marked' do
    line = JSON.generate(EVENT.slice('kind', 'apiVersion', 'verb', 'user').merge('requestObject' => 'x' * 5000))
    pieces = [line[0, 3000], line[3000, 2000], line[5000..]]
    given = pieces.each_with_index.map do |piece, index|
      { 'message' => piece, 'path' => '/audit.log', '_id' => "file-#{index}",
        'log' => { 'offset' => [100, 3100, 5100][index], 'flags' => (['partial'] if index < 2) }.compact }
    end
    driver = Fluent::Test::Driver::Filter.new(Fluent::Plugin::AuditEventsFilter).configure('input audit')
    driver.run(default_tag: 'audit') { given.each { |record| driver.feed(event_time, record) } }
    stored = driver.filtered_records
    assert_equal line, stored.map { |part| part['message'] }.join
    assert_equal([%w[alice get]] * 3, stored.map { |part| [part['user']['name'], part['event']['action']] })
    assert_equal([Efk::AuditEvents::TOO_LONG], stored.map { |part| part['error']['message'] }.uniq)
    assert_equal(%w[file-0 file-1 file-2], stored.map { |part| part['_id'] })
  end
end
