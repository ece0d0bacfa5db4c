# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/bulk/bulk_client'
require_relative '../support/bulk_server'

class BulkClientTest < Test::Unit::TestCase
  setup { @server = BulkServer.new }
  teardown { @server.stop }

  def settings(extra = {})
    { url: @server.url, ca_file: @server.ca_file, compatible_with: 9, data_stream: 'logs-${tag}-default',
      request_timeout: 10 }.merge(extra)
  end

  def request(tag: 'shop', **extra)
    client = Efk::BulkClient.new(settings(extra))
    client.deliver(tag, "{\"create\":{\"_id\":\"a\"}}\n{}\n", 1, again: ->(_) { false })
    client.close
    @server.requests.last
  end

  def requests_with(status)
    Efk::Metrics.registry.get(:fluentd_elasticsearch_bulk_requests_total).get(labels: { status: status })
  end

  test 'the data stream has the tag in its name, and answers are short' do
    assert_equal('/logs-shop-default/_bulk?filter_path=errors,items.*.error,items.*.status,items.*.failure_store',
                 request.path)
  end

  test 'a tag cannot leave the name of the data stream' do
    assert_match(%r{\A/logs-a%2F\.\.%2Fb%3Fc-default/_bulk\?}, request(tag: 'a/../b?c').path)
  end

  data('8' => 8, '9' => 9)
  test 'media types say the version of the API' do |version|
    assert_equal(
      ["application/vnd.elasticsearch+x-ndjson; compatible-with=#{version}",
       "application/vnd.elasticsearch+json; compatible-with=#{version}"],
      request(compatible_with: version).headers.values_at('content-type', 'accept')
    )
  end

  test 'a user signs in' do
    assert_equal('Basic Zmx1ZW50ZDpnZWhlaW3DnzrDqQ==',
                 request(user: 'fluentd', password: 'geheimß:é').headers['authorization'])
  end

  test 'an API key signs in, also with the end of the line of its file' do
    assert_equal('ApiKey a2V5', request(api_key: "a2V5\n").headers['authorization'])
  end

  test 'requests are counted by status, and without one' do
    before = [requests_with('200'), requests_with('none')]
    request
    @server.answer { :close }
    assert_raise(Efk::BulkConnection::Lost) { request }

    assert_equal([1, 1], [requests_with('200'), requests_with('none')].zip(before).map { |now, was| now - was })
  end

  test 'a size that was refused is not sent again' do
    client = Efk::BulkClient.new(settings)
    @server.answer { |request| request.body.bytesize > 60 ? [413, ''] : :stored }
    body = "{\"create\":{\"_id\":\"a\"}}\n{}\n" * 4
    2.times { client.deliver('shop', body, 4, again: ->(_) { false }) }

    assert_equal([104, 52, 52, 52, 52], @server.requests.map { |request| request.body.bytesize })
  end

  data(
    'no TLS' => [{ url: 'http://localhost:9200' }, 'url must be https://host:port'],
    'no URL' => [{ url: 'local host' }, 'url must be https://host:port'],
    'a path' => [{ url: 'https://localhost:9200/es' }, 'url must be https://host:port'],
    'a password in the URL' => [{ url: 'https://a:b@localhost' }, 'url must not hold a user or password'],
    'no password' => [{ user: 'a' }, 'user and password must be set together'],
    'no user' => [{ password: 'a' }, 'user and password must be set together'],
    'two ways to sign in' => [{ user: 'a', password: 'b', api_key: 'c' }, 'api_key and user cannot be set together'],
    'another version' => [{ compatible_with: 7 }, 'compatible_with must be 8 or 9']
  )
  test 'settings that cannot work are refused' do |(extra, mistake)|
    assert_equal(mistake, Efk::BulkClient.mistake(settings(extra)))
  end

  test 'settings that can work are not' do
    assert_nil(Efk::BulkClient.mistake(settings))
    assert_nil(Efk::BulkClient.mistake(settings(api_key: 'a', url: 'https://localhost')))
  end
end
