# frozen_string_literal: true

require 'uri'
require_relative 'bulk_answer'
require_relative 'bulk_connection'
require_relative 'bulk_delivery'
require_relative '../common/metrics'

module Efk
  # Elasticsearch as the place where documents of a tag are stored: how to sign in, which version of the API, and which
  # data stream.
  class BulkClient
    # +settings+ are the parameters of the plugin `elasticsearch_bulk` by their names, as symbols.
    def initialize(settings)
      @settings = settings
      @connection = BulkConnection.new(url: settings[:url], headers: headers, timeout: settings[:request_timeout],
                                       ca_file: settings[:ca_file])
      @limit = Float::INFINITY
      @requests = Metrics.counter(:fluentd_elasticsearch_bulk_requests_total,
                                  'Bulk requests by status of the answer; none if there was none', [:status])
    end

    # What is wrong with `settings`; nil if nothing is.
    def self.mistake(settings)
      return 'compatible_with must be 8 or 9' unless [8, 9].include?(settings[:compatible_with])

      mistake_of_url(settings[:url]) || mistake_of_sign_in(*settings.values_at(:user, :password, :api_key))
    end

    # The URL is not repeated: it is not masked in the log, and may hold a password.
    def self.mistake_of_url(url)
      uri = URI.parse(url)
      return 'url must not hold a user or password' if uri.userinfo

      'url must be https://host:port' unless uri.is_a?(URI::HTTPS) && uri.host && ['', '/'].include?(uri.path)
    rescue URI::InvalidURIError
      'url must be https://host:port'
    end

    def self.mistake_of_sign_in(user, password, api_key)
      return 'user and password must be set together' if user.nil? != password.nil?

      'api_key and user cannot be set together' if api_key && user
    end
    private_class_method :mistake_of_url, :mistake_of_sign_in

    # Returns the BulkDelivery of a body of +count+ documents; raises BulkConnection::Lost or BulkDelivery::Postponed.
    # +again+ waits before documents that were refused for a while are sent again, and says whether to try at all.
    def deliver(tag, body, count, again:)
      path = path_of(tag)
      delivery = BulkDelivery.new(post: ->(part) { post(path, part) }, again: again, limit: @limit)
      delivery.run(body, count)
      delivery
    ensure
      @limit = delivery.limit if delivery && delivery.limit < @limit
    end

    def close
      @connection.close
    end

    private

    def post(path, body)
      answer = @connection.post(path, body)
      @requests.increment(labels: { status: answer.status.to_s })
      BulkAnswer.new(answer.status, answer.text)
    rescue BulkConnection::Lost
      @requests.increment(labels: { status: 'none' })
      raise
    end

    def path_of(tag)
      "/#{URI.encode_uri_component(@settings[:data_stream].gsub('${tag}', tag))}/_bulk?#{BulkAnswer::FILTER}"
    end

    def headers
      version = "compatible-with=#{@settings[:compatible_with]}"
      {
        'content-type' => "application/vnd.elasticsearch+x-ndjson; #{version}",
        'accept' => "application/vnd.elasticsearch+json; #{version}",
        'authorization' => authorization
      }.compact
    end

    def authorization
      user, password, api_key = @settings.values_at(:user, :password, :api_key)
      return "ApiKey #{api_key.strip}" if api_key

      "Basic #{["#{user}:#{password}"].pack('m0')}" if user
    end
  end
end
