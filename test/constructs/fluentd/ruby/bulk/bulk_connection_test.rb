# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/bulk/bulk_connection'
require_relative '../support/bulk_server'

class BulkConnectionTest < Test::Unit::TestCase
  LARGE = ('x' * Efk::BulkConnection::SMALL).freeze

  setup { @server = BulkServer.new }

  teardown do
    @connection&.close
    @server.stop
  end

  def connection(timeout: 10, ca_file: @server.ca_file)
    @connection ||= Efk::BulkConnection.new(url: @server.url, headers: { 'accept' => 'a/b' }, timeout: timeout,
                                            ca_file: ca_file)
  end

  def post(body = "x\n", **)
    connection(**).post('/logs-shop-default/_bulk', body)
  end

  test 'a body is posted with the headers that were given' do
    answer = post("x\n")

    assert_equal([200, '{"errors":false,"items":[]}'], answer.to_a)
    request = @server.requests.fetch(0)
    assert_equal(['/logs-shop-default/_bulk', "x\n", 'a/b'], [request.path, request.body, request.headers['accept']])
    assert_nil(request.headers['expect'])
  end

  test 'it is known when the certificate of the server expires' do
    post

    name = :fluentd_elasticsearch_certificate_expires_timestamp_seconds
    expires = Prometheus::Client.registry.get(name).get(labels: { host: 'localhost' })
    assert_in_delta(Time.now.to_f + 3600, expires, 60)
  end

  test 'a connection stays open' do
    3.times { post }

    assert_equal(1, @server.connections)
  end

  test 'threads that send at the same time have connections of their own' do
    ready = Queue.new
    @server.answer do
      ready << true
      sleep 0.01 until ready.size > 1
      :stored
    end
    Array.new(2) { Thread.new { post } }.each(&:join)

    assert_equal(2, @server.connections)
  end

  test 'a connection that was closed while it was idle is replaced' do
    @server.forgetful = true
    2.times { assert_equal(200, post.status) }
    answers = %i[close stored]
    @server.forgetful = false
    post
    @server.answer { answers.shift }

    assert_equal(200, post.status)
  end

  data('closed' => :close, 'cut off' => :cut)
  test 'a request without a whole answer is lost' do |fault|
    @server.answer { fault }

    assert_raise(Efk::BulkConnection::Lost) { post }
  end

  test 'a request without an answer in time is lost, and not repeated' do
    post(timeout: 0.2)
    @server.answer { :hang }

    assert_raise(Efk::BulkConnection::TimedOut) { post }
    assert_equal(2, @server.requests.size)
  end

  test 'nobody there' do
    post
    @server.stop

    assert_raise(Efk::BulkConnection::Lost) { post }
  end

  test 'a certificate of another authority is refused' do
    other = BulkServer.new
    error = assert_raise(Efk::BulkConnection::Lost) { post(ca_file: other.ca_file) }
    other.stop

    assert_match(/certificate verify failed/, error.message)
    assert_empty(@server.requests)
  end

  test 'a file of authorities that is not there can come' do
    assert_raise(Efk::BulkConnection::Lost) { post(ca_file: '/nowhere/ca.crt') }
  end

  test 'the status of a body that was refused while it was sent is found out' do
    @server.answer { :close }
    assert_raise(Efk::BulkConnection::Lost) { post(LARGE) }
    @server.asked = -> { [413, ''] }

    assert_equal(413, post(LARGE).status)
    assert_equal(1, @server.requests.size)
  end

  test 'a large body is not asked for once one went through' do
    @server.answer { :close }
    assert_raise(Efk::BulkConnection::Lost) { post(LARGE) }
    @server.answer { :stored }
    2.times { post(LARGE) }

    assert_equal([nil, '100-continue', nil], @server.requests.map { |request| request.headers['expect'] })
  end
end
