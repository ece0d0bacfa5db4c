# frozen_string_literal: true

require 'json'
require 'net/http'
require 'openssl'
require 'uri'

module Efk
  # Asks the API server of Kubernetes, as the service account whose token is in a file; the kubelet renews it.
  class ApiClient
    # The API server did not answer with 200.
    class Refused < StandardError
      attr_reader :status

      def initialize(status)
        super("the API server answered #{status}")
        @status = status
      end
    end

    # Time in which it must answer, and in which a watch must say something: there is a bookmark a minute. In seconds.
    PATIENCE = 120

    def initialize(url, token_path, ca_path, patience: PATIENCE)
      @uri = URI(url)
      @token_path = token_path
      @ca_path = ca_path
      @patience = patience
    end

    # The object at +path+, with the parameters +query+, in the form that +accept+ says.
    def get(path, query, accept: 'application/json')
      text = +''
      stream(path, query, accept) { |piece| text << piece }
      JSON.parse(text)
    end

    # Yields each line of the answer, parsed, as it comes.
    def lines(path, query, accept: 'application/json')
      rest = +''
      stream(path, query, accept) do |piece|
        rest << piece
        while (line = rest.slice!(/\A[^\n]*\n/))
          yield JSON.parse(line) unless line.strip.empty?
        end
      end
    end

    # Ends a request from another thread.
    def abort
      @aborted = true
      @http&.finish
    rescue IOError
      nil
    end

    private

    def stream(path, query, accept, &)
      raise IOError, 'the client was ended' if @aborted

      request = Net::HTTP::Get.new("#{path}?#{URI.encode_www_form(query)}", headers(accept))
      Net::HTTP.start(@uri.hostname, @uri.port, **options) do |http|
        @http = http
        http.request(request) do |response|
          raise Refused, response.code.to_i unless response.code == '200'

          response.read_body(&)
        end
      end
    end

    def headers(accept)
      { 'Accept' => accept, 'Authorization' => "Bearer #{File.read(@token_path).strip}" }
    end

    # Without retries: Net::HTTP would ask again in the middle of a watch, and go on behind half a line.
    def options
      { use_ssl: @uri.scheme == 'https', ca_file: @ca_path, open_timeout: 10, read_timeout: @patience, max_retries: 0 }
    end
  end
end
