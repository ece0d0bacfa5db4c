# frozen_string_literal: true

require 'uri'
require_relative '../kubernetes/api_client'

module Efk
  # Asks the API server of Kubernetes for the pods of one node, and for nothing else of them than their metadata.
  class ApiServer
    # A resource version that the server does not remember.
    class Gone < StandardError; end

    GONE = 410
    PATH = '/api/v1/pods'
    # The server ends a watch after this time, so that nobody waits for one that has silently died. In seconds.
    WATCH = 240
    ACCEPT = 'application/json;as=%s;g=meta.k8s.io;v=v1,application/json'

    def initialize(host, port, token_file:, ca_file:, node:)
      address = URI('https://localhost')
      address.hostname = host
      address.port = port
      @client = ApiClient.new(address, token_file, ca_file, patience: WATCH + 30)
      @selector = { fieldSelector: "spec.nodeName=#{node}" }
    end

    # The pods and the resource version of the list.
    def list
      list = asked { @client.get(PATH, @selector, accept: format(ACCEPT, 'PartialObjectMetadataList')) }
      [list['items'], list.dig('metadata', 'resourceVersion')]
    end

    # Yields the events that come from +version+ on, each as an object with `type` and `object`, until the server ends
    # the watch.
    def watch(version, &)
      query = { **@selector, watch: 1, allowWatchBookmarks: true, timeoutSeconds: WATCH, resourceVersion: version }
      asked { @client.lines(PATH, query, accept: format(ACCEPT, 'PartialObjectMetadata'), &) }
    end

    private

    def asked
      yield
    rescue ApiClient::Refused => e
      raise e.status == GONE ? Gone.new('the resource version is too old') : e
    end
  end
end
