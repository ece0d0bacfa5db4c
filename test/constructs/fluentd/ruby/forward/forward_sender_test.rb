# frozen_string_literal: true

require_relative '../support/forward_pair'

class ForwardSenderTest < ForwardPair
  test 'a connection is used again' do
    sender = self.sender
    opened = 0
    original = Efk::PatientSocket.method(:open)
    counting = lambda do |*args|
      opened += 1
      original.call(*args)
    end
    driver = aggregator(expect_records: 2) do
      with(Efk::PatientSocket, :open, counting) do
        2.times { |number| sender.deliver('shop', packed(record("a#{number}")), 1, "c#{number}") }
      end
      sender.close
    end

    assert_equal(2, driver.events.size)
    assert_equal(1, opened)
  end

  test 'an aggregator that came back is found again' do
    sender = self.sender
    first = aggregator(expect_records: 1) { sender.deliver('shop', packed(record), 1, 'c1') }
    second = aggregator(expect_records: 1) { sender.deliver('shop', packed(record('a2')), 1, 'c2') }

    assert_equal([['a1'], ['a2']], [first, second].map { |driver| driver.events.map { |event| event.last['_id'] } })
  end

  test 'who does not know the key is refused, by both sides' do
    aggregator do
      error = assert_raise(Efk::ForwardConnection::Failure) { sender(key: 'x').deliver('shop', packed(record), 1, 'c') }

      assert_equal(['handshake', 'the aggregator refuses: shared_key mismatch'], [error.reason, error.message])
    end
  end

  test 'an aggregator that says nothing is given up in time' do
    silent = TCPServer.open('127.0.0.1', 0)
    error = assert_raise(Efk::ForwardConnection::Failure) do
      sender(port: silent.addr[1], ack_timeout: 1).deliver('shop', packed(record), 1, 'c')
    end

    assert_equal('timeout', error.reason)
  ensure
    silent&.close
  end

  test 'a certificate of somebody else is refused' do
    trusted = Certificate.new.to_pem
    aggregator do
      File.write("#{@folder}/tls.crt", trusted)
      error = assert_raise(Efk::ForwardConnection::Failure) { sender.deliver('shop', packed(record), 1, 'c') }

      assert_equal('connect', error.reason)
    end
  end

  test 'a list of servers without ports, and an empty one, are mistakes' do
    assert_equal('servers must not be empty', Efk::ForwardSender.mistake([]))
    assert_equal('servers must be host:port, got a', Efk::ForwardSender.mistake(%w[b:1 a]))
    assert_nil(Efk::ForwardSender.mistake(['a.b.svc:24224']))
  end

  private

  def with(object, name, replacement)
    original = object.method(name)
    object.define_singleton_method(name, replacement)
    yield
  ensure
    object.define_singleton_method(name, original)
  end
end
