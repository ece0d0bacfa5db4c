# frozen_string_literal: true

require_relative 'addresses'
require_relative 'durations'
require_relative 'log_levels'

module Efk
  # Values as fields of a type take them. Each method returns nil for what does not fit.
  module PromotedValues
    # `ignore_above`: longer ones would be stored and not found.
    LONGEST_KEYWORD = 1024
    LONGEST_ID = 128
    ZERO = '0'.ord
    MOST = (2**63) - 1
    DIGITS = /\A\d{1,18}\z/
    # What tracers write where there is no trace.
    NO_ID = /\A(?:0x)?0*\z/
    METHODS = %w[GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH QUERY PROPFIND PROPPATCH MKCOL COPY MOVE LOCK
                 UNLOCK REPORT].to_h { |method| [method, method] }.freeze
    DOMAIN = /\A[[:alnum:]](?:[\w.-]{0,252})\z/
    PATH_AND_QUERY = %r{\A(/[^?#\s]*)(?:\?([^#\s]{1,1024}))?\z}
    REQUEST_LINE = %r{\A([A-Z]+) (/[^?#\s]*)(?:\?([^#\s]{1,1024}))? HTTP/(\d(?:\.\d)?)\z}
    URL = %r{\A[a-z]{2,5}://[^\s/]}
    TRACEPARENT = /\A\h{2}-(\h{32})-\h{16}-\h{2}/
    TRACE_OF_GOOGLE = %r{\Aprojects/[^/]+/traces/(\h{1,64})\z}

    # What `[]` reads as quick as a Hash can.
    TABLES = { level: LogLevels::OF, level_of_python: LogLevels::OF_PYTHON, level_of_syslog: LogLevels::OF_SYSLOG,
               level_of_opentelemetry: LogLevels::OF_OPENTELEMETRY, http_method: METHODS }.freeze

    module_function

    # What gives by `[]` the value that fields get.
    def reader(name)
      TABLES[name] || method(name)
    end

    def keyword(value)
      case value
      when String then value if value.size <= LONGEST_KEYWORD && !value.empty? && value != '-'
      when Integer then value.to_s
      end
    end

    def id(value)
      value = value.to_s if value.is_a?(Integer)
      return unless value.is_a?(String) && value.size <= LONGEST_ID && !value.include?(' ')

      first = value.getbyte(0)
      first.nil? || first == ZERO ? unusual_id(value) : value
    end

    # Some write hexadecimal numbers with 0x.
    def unusual_id(text)
      text.delete_prefix('0x') unless NO_ID.match?(text)
    end

    def text(value)
      value if value.is_a?(String) && !value.empty?
    end

    # Some write a list of lines.
    def trace(value)
      return text(value) unless value.is_a?(Array)

      value.join("\n") if !value.empty? && value.all?(String)
    end

    # Of a key that may mean something else.
    def lines(value)
      value if value.is_a?(String) && value.include?("\n")
    end

    def count(value)
      value = value.to_i if value.is_a?(String) && DIGITS.match?(value)
      value if value.is_a?(Integer) && value >= 0 && value <= MOST
    end

    def status(value)
      value = count(value)
      value if value && value >= 100 && value <= 599
    end

    def port(value) = Addresses.port(count(value))

    def ip(value) = Addresses.ip(value)
    def ip_and_port(value) = Addresses.ip_and_port(value)

    def domain(value)
      value if value.is_a?(String) && DOMAIN.match?(value)
    end

    def path(value)
      value if value.is_a?(String) && value.start_with?('/')
    end

    def url(value)
      value if value.is_a?(String) && URL.match?(value)
    end

    def path_and_query(value)
      PATH_AND_QUERY.match(value)&.captures if value.is_a?(String)
    end

    # Method, path, query and version of HTTP.
    def request_line(value)
      line = REQUEST_LINE.match(value)&.captures if value.is_a?(String)
      line if line && METHODS.key?(line.first)
    end

    # Some write every header as a list.
    def agent(value)
      keyword(value.is_a?(Array) && value.size == 1 ? value.first : value)
    end

    def traceparent(value)
      found = TRACEPARENT.match(value)&.[](1) if value.is_a?(String)
      id(found) if found
    end

    def trace_of_google(value)
      found = TRACE_OF_GOOGLE.match(value)&.[](1) if value.is_a?(String)
      id(found) if found
    end

    def nanoseconds(value) = count(value)
    def milliseconds(value) = Durations.of_number(value, 1_000_000) || Durations.of_text(value)
    def seconds(value) = Durations.of_number(value, 1_000_000_000) || Durations.of_text(value)
    def microseconds(value) = Durations.of_number(value, 1_000) || Durations.of_text(value)
    def duration(value) = Durations.of_text(value)
  end
end
