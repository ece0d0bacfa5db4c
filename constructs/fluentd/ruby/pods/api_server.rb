# frozen_string_literal: true

require 'json'
require 'net/http'
require 'openssl'
require 'uri'

module Efk
  # Asks the API server of Kubernetes for the pods of one node, and for nothing else of them than their metadata.
  class ApiServer
    # A resource version that the server does not remember.
    class Gone < StandardError; end

    # An answer that is none.
    class Refused < StandardError; end

    GONE = 410
    # The server ends a watch after this time, so that nobody waits for one that has silently died. In seconds.
    WATCH = 240
    ACCEPT = 'application/json;as=%s;g=meta.k8s.io;v=v1,application/json'

    # The token is read for each request, since the kubelet renews it.
    def initialize(host, port, token_file:, ca_file:, node:)
      @host = host
      @port = port
      @token_file = token_file
      @ca_file = ca_file
      @selector = "spec.nodeName=#{node}"
    end

    # The pods and the resource version of the list.
    def list
      response = connected do |http|
        http.request(get('PartialObjectMetadataList'))
      end
      check(response.code.to_i)
      list = JSON.parse(response.body)
      [list['items'], list.dig('metadata', 'resourceVersion')]
    end

    # Yields the events that come from +version+ on, each as an object with `type` and `object`, until the server ends
    # the watch.
    def watch(version)
      connected do |http|
        http.request(watching(version)) do |response|
          check(response.code.to_i)
          each_line(response) { |line| yield JSON.parse(line) }
        end
      end
    end

    private

    def each_line(response)
      rest = +''
      response.read_body do |data|
        rest << data
        while (line = rest.slice!(/\A[^\n]*\n/))
          yield line
        end
      end
    end

    def watching(version)
      get('PartialObjectMetadata', watch: 1, allowWatchBookmarks: true, timeoutSeconds: WATCH, resourceVersion: version)
    end

    def get(form, **more)
      query = URI.encode_www_form(fieldSelector: @selector, **more)
      Net::HTTP::Get.new("/api/v1/pods?#{query}").tap do |request|
        request['Accept'] = format(ACCEPT, form)
        request['Authorization'] = "Bearer #{File.read(@token_file).strip}"
      end
    end

    def connected(&)
      Net::HTTP.start(@host, @port, use_ssl: true, ca_file: @ca_file, open_timeout: 10, read_timeout: WATCH + 30,
                                    max_retries: 0, &)
    end

    def check(code)
      raise Gone, 'the resource version is too old' if code == GONE
      raise Refused, "the API server answered #{code}" unless code == 200
    end
  end
end
