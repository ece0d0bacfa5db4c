# frozen_string_literal: true

require_relative 'promoted_keys'

module Efk
  # From which keys the fields of requests come, of access logs and of what applications say of a request.
  module PromotedRequests
    extend PromotedKeys

    # What stands beside a word such as `status` or `path` where it is that of a request.
    REQUEST = %w[method request_method requestMethod http_method request request_uri uri url remote_addr].freeze
    METHOD = %w[method request_method requestMethod http_method httpMethod].freeze

    HTTP = {
      'http.request.method' => [
        :keyword,
        keys(:keyword, 'http.request.method', 'attributes.http.request.method'),
        keys(:http_method, 'http.method', 'attributes.http.method', 'method', 'request_method',
             'requestMethod', 'RequestMethod', 'http_method', 'httpMethod', 'verb', 'request.method',
             'req.method', 'http_request.method', 'httpRequest.requestMethod',
             'State.Method', 'Properties.RequestMethod'),
        # `$request` of nginx.
        keys(:request_line, 'request', 'request_line', also: %w[url.path url.query http.version])
      ],
      'http.response.status_code' => [
        :long,
        keys(:status, 'http.response.status_code', 'attributes.http.response.status_code', 'http.status_code',
             'attributes.http.status_code', 'status_code', 'statusCode', 'StatusCode', 'http_status',
             'http_status_code', 'httpStatus', 'httpStatusCode', 'response_code', 'responseCode', 'DownstreamStatus',
             'res.statusCode', 'res.status', 'response.status', 'response.status_code', 'response.statusCode',
             'httpRequest.status', 'State.StatusCode', 'Properties.StatusCode'),
        keys(:status, 'status', where: beside(REQUEST))
      ],
      'http.response.body.bytes' => [
        :long,
        keys(:count, 'http.response.body.bytes', 'attributes.http.response.body.size', 'http.response.body.size',
             'body_bytes_sent', 'DownstreamContentSize', 'response.bytes'),
        keys(:count, 'size', where: beside(%w[resp_headers])),
        keys(:count, 'bytes_sent', where: beside(%w[response_flags upstream_cluster])),
        keys(:count, 'bytes_out', where: beside(%w[bytes_in]))
      ],
      'http.version' => [:keyword, keys(:keyword, 'http.version')]
    }.freeze

    URLS = {
      'url.full' => [
        :wildcard,
        keys(:url, 'url.full', 'attributes.url.full', 'http.url', 'attributes.http.url', 'httpRequest.requestUrl',
             'url', 'uri', 'request.url', 'req.url')
      ],
      'url.path' => [
        :wildcard,
        keys(:path, 'url.path', 'attributes.url.path'),
        keys(:path_and_query, 'http.target', 'attributes.http.target', 'request_uri', 'requestUri', 'request.uri',
             'req.url', 'request.url', 'RequestPath', 'Properties.RequestPath', 'State.Path', 'httpRequest.requestUrl',
             also: %w[url.query]),
        keys(:path_and_query, 'uri', 'url', 'path', where: beside(METHOD), also: %w[url.query])
      ],
      'url.original' => [:wildcard, keys(:path, 'url.original')],
      'url.query' => [:keyword, keys(:keyword, 'url.query', 'attributes.url.query', 'query_string', 'request_query')],
      'url.domain' => [
        :keyword,
        keys(:domain, 'url.domain', 'RequestHost', 'request.host', 'http_host', 'vhost', 'State.Host'),
        keys(:domain, 'authority', where: beside(%w[response_flags upstream_cluster]))
      ]
    }.freeze

    CLIENTS = {
      'user_agent.original' => [
        :keyword,
        keys(:agent, 'user_agent.original', 'attributes.user_agent.original', 'user_agent', 'userAgent', 'UserAgent',
             'http_user_agent', 'http.user_agent', 'attributes.http.user_agent', 'httpRequest.userAgent',
             'request.headers.User-Agent', 'req.headers.user-agent', 'request_User-Agent')
      ],
      'client.ip' => [
        :ip,
        keys(:ip_and_port, 'client.ip', 'client_ip', 'clientIp', 'clientIP', 'ClientIP', 'client.address',
             'attributes.client.address', 'request.client_ip', 'req.remoteAddress', 'ClientHost', 'remote_ip',
             'remoteIp', 'remoteIP', 'httpRequest.remoteIp', 'remote_addr', 'remoteAddr', 'remote_address',
             'remoteAddress', 'downstream_remote_address', also: %w[client.port]),
        # Caddy's, which is that of a proxy where the client is another one.
        keys(:ip, 'request.remote_ip', where: PromotedKeys::Without.new('client_ip'))
      ],
      'client.port' => [
        :long,
        keys(:port, 'client.port', 'ClientPort', 'remote_port', 'req.remotePort')
      ],
      'source.ip' => [:ip, keys(:ip, 'source.ip')]
    }.freeze

    FIELDS = { **HTTP, **URLS, **CLIENTS }.freeze
  end
end
