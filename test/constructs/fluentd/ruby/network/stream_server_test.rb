# frozen_string_literal: true

require 'fluent/test'
require 'openssl'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/network/stream_server'
require_relative '../support/certificate'

# Connections, each read in a thread of its own.
class StreamServerTest < Test::Unit::TestCase
  # Gives a context of TLS, as a ServerCertificate does.
  Context = Struct.new(:context)

  setup do
    Fluent::Test.setup
    @input = "streams-#{__id__}"
    @logger = Fluent::Test::TestLogger.new
    @received = Queue.new
    @sockets = []
  end

  teardown do
    @sockets.each { |socket| socket.close unless socket.closed? }
    stop if @server
  end

  def serve(**options, &sink)
    sink ||= ->(data) { @received << data }
    listener = Efk::Listening.stream('127.0.0.1', 0)
    @port = listener.local_address.ip_port
    @server = Efk::StreamServer.new(listener, @input, @logger, **options) do |peer|
      @peer = peer
      sink
    end
    @thread = Thread.new { @server.run }
  end

  def stop
    @server.stop
    @thread.join
    @server.close
    @server = nil
  end

  def connect = TCPSocket.new('127.0.0.1', @port).tap { |socket| @sockets << socket }

  def refused
    Prometheus::Client.registry.get(:fluentd_input_refused_connections_total).get(labels: { input: @input })
  end

  test 'bytes come as they are sent, and the end of the connection' do
    serve
    socket = connect
    socket.write('one')
    assert_equal 'one', @received.pop(timeout: 5)
    assert_equal '127.0.0.1', @peer
    socket.close
    sleep 0.05 until @received.size.positive?
    assert_nil @received.pop
  end

  test 'over TLS, and a handshake that is none is told of and ends' do
    certificate = Certificate.new
    serve(certificate: Context.new(certificate.context))
    stream = OpenSSL::SSL::SSLSocket.new(connect)
    stream.connect.write('one')
    assert_equal ['one', certificate.to_pem], [@received.pop(timeout: 5), stream.peer_cert.to_pem]
    plain = connect
    plain.write("no handshake\n")
    assert_not_nil plain.wait_readable(5)
    sleep 0.05 until @logger.logs.any? { |line| line.include?('OpenSSL::SSL::SSLError') }
  end

  test 'a connection that is not taken on holds up no other' do
    blocked = Queue.new
    serve { |data| data == 'wait' ? blocked.pop : @received << data }
    connect.write('wait')
    connect.write('two')
    assert_equal 'two', @received.pop(timeout: 5)
    blocked << nil
  end

  test 'more connections than may be open are closed and counted' do
    serve(most: 1)
    first = connect
    first.write('one')
    assert_equal 'one', @received.pop(timeout: 5)
    assert_nil connect.read(1)
    assert_equal 1, refused
    first.write('two')
    assert_equal 'two', @received.pop(timeout: 5)
  end

  test 'what was sent before it stops is read still, and the connection is ended' do
    serve
    socket = connect
    socket.write('one')
    assert_equal 'one', @received.pop(timeout: 5)
    socket.write('two')
    stop
    assert_equal 'two', @received.pop(timeout: 1)
    assert_nil socket.read(1)
  end

  test 'a sink that fails ends its connection alone' do
    serve { |data| data == 'bad' ? raise('no such thing') : @received << data }
    bad = connect
    bad.write('bad')
    assert_nil bad.read(1)
    connect.write('good')
    assert_equal [nil, 'good'], [@received.pop(timeout: 5), @received.pop(timeout: 5)]
    assert_true(@logger.logs.any? { |line| line.include?('a connection failed') })
  end
end
