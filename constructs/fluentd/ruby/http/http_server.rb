# frozen_string_literal: true

require 'timeout'
require 'webrick'
require_relative '../common/rare_log'
require_relative '../network/listening'
require_relative 'http_body'
require_relative 'http_events'

module Efk
  # Answers 200 when the pipeline has the events of a request, and 503 when it takes none, so that the sender keeps them
  # and sends them again. WEBrick, which comes with Fluentd, reads requests; what they take is bounded here.
  class HttpServer < WEBrick::HTTPServer
    # Time for a handshake, for the next request of a connection, and for a part of a request. In seconds.
    TIMEOUT = 30

    # Requests at a time; more wait.
    MOST = 64

    # What is read of a request that is refused, since its sender may only look for the answer when it has sent all.
    REST = 64 << 20
    REST_TIME = 2

    MEDIA_TYPE = 'application/json'

    # +parts+ has `access`, `body`, `events` and `certificate`, which may be nil. The block gets a stream of events and
    # returns whether the pipeline has taken it.
    def initialize(bind, port, log, parts, &take)
      super({ DoNotListen: true, RequestTimeout: TIMEOUT, MaxClients: MOST, AccessLog: [], DoNotReverseLookup: true,
              Logger: WEBrick::Log.new(File::NULL), ServerSoftware: 'logs' })
      listener = Listening.stream(bind, port)
      listener.autoclose = false
      listeners << TCPServer.for_fd(listener.fileno)
      @rare_log = RareLog.new(log)
      @parts = parts
      @take = take
    end

    def run(socket)
      stream = @parts.certificate ? handshake(socket) : socket
      super(stream)
      drain(stream) if Thread.current[:refused]
    rescue *Listening::FAILURES => e
      @rare_log.warn(e.class, 'a connection failed', error: e.class, reason: e.message)
    ensure
      stream&.close
    end

    # Called for each request.
    def service(request, response)
      answer(request, response)
    rescue HttpBody::Refused => e
      refuse(response, e.status, e.message)
    rescue HttpEvents::Unreadable => e
      refuse(response, 400, e.message)
    rescue WEBrick::HTTPStatus::LengthRequired
      refuse(response, 411, 'a request must say how long it is')
    end

    private

    def answer(request, response)
      access = @parts.access
      unless access.granted?(request['authorization'])
        response['www-authenticate'] = access.challenge
        return refuse(response, 401, 'a known token, or user and password, must be sent')
      end
      unless request.request_method == 'POST'
        response['allow'] = 'POST'
        return refuse(response, 405, 'events must be sent with POST')
      end
      accept(request, response)
    end

    def accept(request, response)
      @parts.body.read(request) do |body|
        peer = request.peeraddr.last.delete_prefix('::ffff:')
        sent = @parts.events.sent(body, request['content-type'], peer, request['idempotency-key'])
        next say(response, accepted: sent.texts.size) if taken?(sent)

        refuse(response, 503, 'there is no room for events now; send them again')
      end
    end

    def taken?(sent)
      sent.texts.empty? || @take.call(@parts.events.stream(sent))
    end

    def say(response, answer)
      response.content_type = MEDIA_TYPE
      response.body = "#{JSON.generate(answer)}\n"
    end

    # The connection ends, since nobody knows how much of the request is left.
    def refuse(response, status, reason)
      Thread.current[:refused] = true
      response.keep_alive = false
      response.status = status
      response['retry-after'] = '1' if status == 503
      say(response, error: reason)
    end

    def handshake(socket)
      stream = OpenSSL::SSL::SSLSocket.new(socket, @parts.certificate.context)
      stream.sync_close = true
      Timeout.timeout(TIMEOUT) { stream.accept }
      stream
    end

    def drain(stream)
      stream.to_io.close_write unless @parts.certificate
      rest = REST
      Timeout.timeout(REST_TIME) do
        rest -= stream.readpartial(65_536).bytesize while rest.positive?
      end
    end
  end
end
