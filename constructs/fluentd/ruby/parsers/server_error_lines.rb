# frozen_string_literal: true

require_relative 'request_line'

module Efk
  # Error logs of nginx: https://nginx.org/en/docs/ngx_core_module.html#error_log
  class NginxErrorLines
    LINE = %r{\A(\d{4}/\d\d/\d\d \d\d:\d\d:\d\d) \[(\w{1,16})\] (\d{1,10})#(\d{1,10}): (?:\*\d+ )?(.*)\z}m
    # What is said of the request, behind the message.
    DETAIL = /, (client|server|upstream|host|referrer|request): (?:"((?:[^"\\]|\\.)*+)"|([^,"]*+))/
    NAMES = { 'client' => 'client.address', 'server' => 'server', 'upstream' => 'upstream.url',
              'host' => 'url.domain', 'referrer' => 'http.request.referrer' }.freeze

    def read(text)
      match = LINE.match(text) or return
      time, level, pid, thread, message = match.captures
      fields = { 'time' => time, 'log.level' => level, 'process.pid' => pid.to_i, 'process.thread.id' => thread.to_i,
                 'message' => message }
      message.scan(DETAIL) { |name, quoted, plain| add(fields, name, quoted || plain) }
      fields
    end

    private

    def add(fields, name, value)
      return fields.merge!(RequestLine.fields(value)) if name == 'request'

      value = value.sub(/:\d+\z/, '') if name == 'host'
      fields[NAMES[name]] = value unless value.empty?
    end
  end

  # Error logs of Apache httpd, of 2.2 and 2.4: https://httpd.apache.org/docs/2.4/mod/core.html#errorlogformat
  class ApacheErrorLines
    TIME = /\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? \d{4}/
    LINE = /\A\[(#{TIME})\]\ \[(?:(\w{0,32}):)?(\w{1,16})\](?:\ \[pid\ (\d{1,10})(?::tid\ (\d{1,20}))?\])?
      (?:\ \[client\ ([^\]\s]{1,128})\])?\ ?(?:(AH\d{5}):\ )?(.*)\z/mx

    NAMES = %w[time log.logger log.level process.pid process.thread.id client.address error.code message].freeze
    NUMBERS = [3, 4].freeze

    def read(text)
      match = LINE.match(text) or return
      values = match.captures.each_with_index.map { |value, index| NUMBERS.include?(index) ? value&.to_i : value }
      fields = NAMES.zip(values).to_h
      fields.reject { |_, value| value.nil? || value == '' }
    end
  end
end
