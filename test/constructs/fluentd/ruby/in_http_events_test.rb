# frozen_string_literal: true

require 'json'
require 'net/http'
require 'socket'
require 'stringio'
require 'zlib'
require 'fluent/test'
require 'fluent/test/driver/input'
require 'fluent/plugin/buffer'
require_relative '../../../../constructs/fluentd/ruby/in_http_events'

class HttpEventsInputTest < Test::Unit::TestCase
  TOKEN = { 'Authorization' => 'Bearer secret' }.freeze
  NDJSON = TOKEN.merge('Content-Type' => 'application/x-ndjson').freeze

  setup { Fluent::Test.setup }

  def free_port
    TCPServer.open('127.0.0.1', 0) { |server| server.addr[1] }
  end

  # Runs the plugin, and yields an HTTP client.
  def with_server(more = 'token secret')
    port = free_port
    @driver = Fluent::Test::Driver::Input.new(Fluent::Plugin::HttpEventsInput)
    @driver.configure("tag app\nport #{port}\nbind 127.0.0.1\n#{more}\n")
    @driver.run(shutdown: true) { Net::HTTP.start('127.0.0.1', port) { |http| yield http, port } }
  end

  def post(http, body, headers = TOKEN)
    http.post('/', body, headers)
  end

  def messages
    @driver.events.map { |_, _, record| record['message'] }
  end

  test 'an object, a list and lines are events, whose messages are their text' do
    with_server do |http, _|
      assert_equal(['200', { 'accepted' => 1 }],
                   [(answer = post(http, '{"a": 1}')).code, JSON.parse(answer.body)])
      post(http, '[{"b":2},"text",3]')
      post(http, %({"c":3}\n\nplain\r\n), NDJSON)
      assert_equal('{"accepted":0}', post(http, '').body.strip)
    end
    assert_equal(['{"a": 1}', '{"b":2}', 'text', '3', '{"c":3}', 'plain'], messages)
  end

  test 'a record says who sent it, and in which order' do
    with_server { |http, _| post(http, '[{},{}]') }
    (_, time, first), (_, _, second) = @driver.events
    assert_equal({ 'ip' => '127.0.0.1' }, first['source'])
    assert_operator(second['log']['offset'], :>, first['log']['offset'])
    assert_equal(first['log']['offset'], (time.sec * 1_000_000_000) + time.nsec)
    assert_not_equal(first['_id'], second['_id'])
  end

  test 'what is sent again with its key has the same identity' do
    key = TOKEN.merge('Idempotency-Key' => 'batch-7')
    with_server { |http, _| 2.times { post(http, '[{},{}]', key) } }
    ids = @driver.events.map { |_, _, record| record['_id'] }
    assert_equal(ids.take(2), ids.drop(2))
    assert_equal(2, ids.uniq.size)
  end

  test 'who does not know the token is refused' do
    with_server do |http, _|
      [{}, { 'Authorization' => 'Bearer other' }, { 'Authorization' => 'Basic secret' }].each do |headers|
        answer = post(http, '{}', headers)
        assert_equal(['401', 'Bearer realm="logs"'], [answer.code, answer['www-authenticate']])
      end
    end
    assert_equal([], messages)
  end

  test 'a user with a password is asked for instead' do
    with_server("user shop\npassword a:b") do |http, _|
      basic = ->(text) { { 'Authorization' => "basic #{[text].pack('m0')}" } }
      sent = ['shop:a:b', 'shop:a', 'cart:a:b'].map { |text| post(http, '{}', basic[text]).code }
      assert_equal(%w[200 401 401], sent)
    end
  end

  test 'without either the configuration is wrong' do
    error = assert_raise(Fluent::ConfigError) { with_server('') }
    assert_equal('a token, or a user with a password, must be given', error.message)
  end

  test 'what is compressed is read, in several members too' do
    zipped = ->(text) { Zlib.gzip(text) }
    with_server do |http, _|
      assert_equal('200', post(http, zipped["a\n"] + zipped["b\n"], NDJSON.merge('Content-Encoding' => 'gzip')).code)
      assert_equal('200', post(http, Zlib::Deflate.deflate('c'), NDJSON.merge('Content-Encoding' => 'deflate')).code)
      assert_equal('400', post(http, zipped['d'][0..-6], NDJSON.merge('Content-Encoding' => 'gzip')).code)
      assert_equal('400', post(http, 'none', NDJSON.merge('Content-Encoding' => 'gzip')).code)
      assert_equal('415', post(http, 'e', NDJSON.merge('Content-Encoding' => 'br')).code)
    end
    assert_equal(%w[a b c], messages)
  end

  test 'what is too large is refused, whether it says so, is sent in chunks or swells' do
    with_server("token secret\nmax_body_size 1000") do |http, _|
      assert_equal('413', post(http, 'x' * 1001, NDJSON).code)
      assert_equal('413', post(http, Zlib.gzip('x' * 100_000), NDJSON.merge('Content-Encoding' => 'gzip')).code)
      request = Net::HTTP::Post.new('/', NDJSON.merge('Transfer-Encoding' => 'chunked'))
      request.body_stream = StringIO.new('x' * 300_000)
      assert_equal('413', http.request(request).code)
      assert_equal('200', post(http, 'x' * 1000, NDJSON).code)
    end
    assert_equal([1000], messages.map(&:bytesize))
  end

  test 'what is read at a time is bounded too, and is to be sent again' do
    with_server("token secret\nmax_pending_size 1000") do |http, _|
      answer = post(http, 'x' * 1001, NDJSON)
      assert_equal(%w[503 1], [answer.code, answer['retry-after']])
      assert_equal('200', post(http, 'x' * 999, NDJSON).code)
    end
  end

  test 'while the buffer is full nothing is accepted' do
    with_server do |http, _|
      router = @driver.instance.router
      full = true
      emit = router.method(:emit_stream)
      router.define_singleton_method(:emit_stream) do |*args|
        raise Fluent::Plugin::Buffer::BufferOverflowError if full

        emit.call(*args)
      end
      assert_equal('503', post(http, '{}').code)
      full = false
      assert_equal('200', post(http, '{}').code)
    end
    assert_equal(['{}'], messages)
  end

  test 'a body that is no JSON is told so' do
    with_server do |http, _|
      answer = post(http, "{}\n{}")
      assert_equal('400', answer.code)
      assert_match(/must be JSON; for a line each/, answer.body)
      assert_equal('400', post(http, "#{'[' * 200}#{']' * 200}").code)
      deep = %({"a":#{'[' * 200}#{']' * 200}})
      assert_equal('200', post(http, deep).code)
      assert_equal('405', http.get('/', TOKEN).code)
    end
  end

  test 'a long message goes on in a further event, and bytes that are no UTF-8 are replaced' do
    with_server("token secret\nmax_event_size 100") do |http, _|
      post(http, "#{'ü' * 75}\ncaf\xE9", NDJSON)
    end
    assert_equal(['ü' * 50, 'ü' * 25, 'caf�'], messages)
    assert_equal([['partial'], nil, nil], @driver.events.map { |_, _, record| record['log']['flags'] })
    assert_equal('pipeline_error', @driver.events.last.last['event']['kind'])
  end
end
