# frozen_string_literal: true

require 'net/http'
require 'openssl'
require 'uri'
require_relative '../common/metrics'

module Efk
  # Sends bodies to Elasticsearch over connections that stay open, one for each thread that sends at the same time.
  # The certificate is always verified.
  class BulkConnection
    # There is no answer: nobody knows whether the request was carried out.
    class Lost < StandardError; end

    # There was none in time, and a second request at once would not help.
    class TimedOut < Lost; end

    Answer = Struct.new(:status, :text)

    # Bodies below this size are sent without asking first.
    SMALL = 1024 * 1024
    # How long an unused connection is trusted. In seconds.
    KEEP_ALIVE = 30
    # How long a server may take to accept a connection: one that is away must be seen within a minute. In seconds.
    OPENED = 10
    # How long permission to send a body is waited for. In seconds.
    CONTINUE = 5

    # Elasticsearch must answer within +timeout+ seconds; +ca_file+ has authorities to trust instead of the system's.
    def initialize(url:, headers:, timeout:, ca_file: nil)
      @url = URI.parse(url)
      @headers = headers.merge('accept-encoding' => 'identity')
      @timeout = timeout
      @ca_file = ca_file
      @idle = []
      @ask_first = false
      @expires = Metrics.gauge(:fluentd_elasticsearch_certificate_expires_timestamp_seconds,
                               'When the certificate of a server expires, as the newest connection saw it', [:host])
    end

    def post(path, body)
      reused = @idle.pop
      exchange(reused || connect, path, body)
    rescue Lost => e
      # It may have been closed while it was idle. Documents have ids: what is sent again is stored once.
      raise if reused.nil? || e.is_a?(TimedOut)

      exchange(connect, path, body)
    end

    def close
      while (http = @idle.pop)
        finish(http)
      end
    end

    private

    def exchange(http, path, body)
      response = http.request(request(path, body))
      @idle.push(http)
      @ask_first = false
      Answer.new(response.code.to_i, response.body.to_s)
    rescue StandardError => e # also what Fluentd would take for a fault of the chunk, e.g. ArgumentError
      finish(http)
      # A node that refuses a body for its size may close the connection while it is sent, and the status 413 is lost.
      # The next time it is asked before.
      @ask_first = body.bytesize >= SMALL && !e.is_a?(Timeout::Error)
      lose(e)
    end

    def request(path, body)
      request = Net::HTTP::Post.new(path, @headers)
      request['expect'] = '100-continue' if @ask_first && body.bytesize >= SMALL
      request.body = body
      request
    end

    def connect
      http = Net::HTTP.new(@url.hostname, @url.port, nil)
      verify(http)
      be_patient(http)
      # Otherwise an answer that is cut off passes for a whole one.
      http.ignore_eof = false
      http.start
      @expires.set(http.peer_cert.not_after.to_i, labels: { host: @url.hostname })
      http
    rescue StandardError => e
      lose(e)
    end

    def verify(http)
      http.use_ssl = true
      http.verify_mode = OpenSSL::SSL::VERIFY_PEER
      http.ca_file = @ca_file if @ca_file
    end

    def be_patient(http)
      http.read_timeout = http.write_timeout = @timeout
      http.open_timeout = [@timeout, OPENED].min
      http.continue_timeout = CONTINUE
      http.keep_alive_timeout = KEEP_ALIVE
    end

    def finish(http)
      http.finish if http.started?
    rescue IOError, SystemCallError, OpenSSL::OpenSSLError
      nil # it is closed
    end

    # Without a backtrace, which Fluentd would log at each attempt.
    def lose(error)
      raise error.is_a?(Timeout::Error) ? TimedOut : Lost, "#{error.class}: #{error.message}", []
    end
  end
end
