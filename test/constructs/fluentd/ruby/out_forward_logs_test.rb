# frozen_string_literal: true

require_relative 'support/forward_pair'

class ForwardLogsOutputTest < ForwardPair
  def driver(more = '')
    Fluent::Test::Driver::Output.new(Fluent::Plugin::ForwardLogsOutput).configure(<<~CONF)
      servers ["localhost:#{@port}"]
      shared_key secret
      self_hostname node
      ca_file #{@folder}/tls.crt
      #{more}
      <buffer tag>
        @type memory
        flush_mode immediate
      </buffer>
    CONF
  end

  test 'events go through the buffer to an aggregator' do
    sent = driver
    received = aggregator(expect_records: 1) do
      sent.run(default_tag: 'shop') { sent.feed(event_time, record) }
    end

    assert_equal([record], received.events.map(&:last))
    assert_equal(1, Efk::Metrics.registry.get(:fluentd_forward_logs_records_total).get(labels: { route: 'shop' }))
  end

  test 'a chunk that nobody takes is an error, by what was wrong' do
    plugin = driver.tap(&:instance_start).instance
    chunk = Fluent::Plugin::Buffer::MemoryChunk.new(plugin.buffer.metadata(tag: 'shop'))
    chunk.append([packed(record)])
    error = assert_raise(Efk::ForwardConnection::Failure) { plugin.write(chunk) }

    assert_equal('connect', error.reason)
    assert_operator(Efk::Metrics.registry.get(:fluentd_forward_logs_failures_total).get(labels: { reason: 'connect' }),
                    :>=, 1)
  end

  test 'chunks are by tag, and servers have a port' do
    assert_raise(Fluent::ConfigError) do
      Fluent::Test::Driver::Output.new(Fluent::Plugin::ForwardLogsOutput).configure(<<~CONF)
        servers ["localhost"]
        shared_key secret
        self_hostname node
      CONF
    end
  end
end
