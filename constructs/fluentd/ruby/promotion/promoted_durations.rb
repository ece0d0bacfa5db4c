# frozen_string_literal: true

require_relative 'promoted_keys'

module Efk
  # From which keys a duration comes. A number has a unit when its key says so, or the keys beside it say which program
  # wrote it; a text may have one itself.
  module PromotedDurations
    extend PromotedKeys

    WORDS = %w[duration latency elapsed took response_time responseTime request_time requestTime request_duration
               requestDuration request_latency execution_time executionTime processing_time processingTime elapsed_time
               elapsedTime time_taken timeTaken Duration Elapsed].freeze
    ENDINGS = {
      milliseconds: %w[_ms Ms MS _millis Millis _msec _msecs InMs _in_ms _milliseconds Milliseconds .ms],
      seconds: %w[_s _sec _secs _seconds Seconds InSeconds _in_seconds Sec .s .seconds],
      microseconds: %w[_us _micros Micros _usec Us InUs _microseconds Microseconds .us],
      nanoseconds: %w[_ns _nanos Nanos _nsec Ns InNanos _nanoseconds Nanoseconds .ns .nanos]
    }.freeze
    ENVOY = %w[response_flags upstream_cluster].freeze
    NGINX = %w[remote_addr request_uri request_length request_method body_bytes_sent upstream_addr].freeze

    FIELDS = {
      'event.duration' => [
        :long,
        keys(:nanoseconds, 'event.duration'),
        *ENDINGS.map { |unit, endings| keys(unit, *WORDS.product(endings).map(&:join)) },
        keys(:milliseconds, 'took', 'State.ElapsedMilliseconds', 'http.server.request.duration_ms'),
        keys(:duration, *WORDS, 'httpRequest.latency', 'latency_human'),
        # Caddy.
        keys(:seconds, 'duration', where: beside(%w[resp_headers])),
        # The access log of Envoy and Istio.
        keys(:milliseconds, 'duration', where: beside(ENVOY)),
        # Lograge of Rails.
        keys(:milliseconds, 'duration', where: beside(%w[controller])),
        # Traefik.
        keys(:nanoseconds, 'Duration', where: beside(%w[OriginDuration RouterName])),
        # Requests of Serilog.
        keys(:milliseconds, 'Elapsed', 'Properties.Elapsed', where: beside(%w[RequestPath])),
        # `pino-http`.
        keys(:milliseconds, 'responseTime', where: beside(%w[req res])),
        # `$request_time` of nginx.
        keys(:seconds, 'request_time', where: beside(NGINX))
      ]
    }.freeze
  end
end
