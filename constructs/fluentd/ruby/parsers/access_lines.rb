# frozen_string_literal: true

require_relative 'request_line'
require_relative 'text_value'

module Efk
  # Access logs of nginx and Apache httpd: `common`, `combined`, with the virtual host before it or not, and what stands
  # behind it in the images of nginx and in ingress-nginx.
  # https://nginx.org/en/docs/http/ngx_http_log_module.html https://httpd.apache.org/docs/2.4/logs.html#accesslog
  # https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/log-format/
  class AccessLines
    TEXT = /"((?:[^"\\]|\\.)*+)"/
    LINE = /\A(?:(\S++)\ )?(\S++)\ \S++\ (\S++)\ \[([^\]]{1,64})\]\ #{TEXT}\ (\d{3})\ (\d{1,18}|-)
      (?:\ #{TEXT}\ #{TEXT})?+(?:\ (.*))?\z/x
    FORWARDED = /\A#{TEXT}\z/
    INGRESS = /\A\d+\ (\d+\.\d+)\ \[([^\]]*+)\]\ \[[^\]]*+\]\ (\S++(?:(?<=,)\ \S++)*+)\ (.*)\ (\h+|-)\z/x
    NONE = '-'

    def read(text)
      match = LINE.match(text) or return
      host, client, user, time, request, status, bytes, referrer, agent, rest = match.captures
      fields = { 'client.address' => client, 'time' => time, 'http.response.status_code' => status.to_i }
      add(fields, RequestLine.fields(request))
      add(fields, 'http.response.body.bytes' => TextValue.of(bytes), 'url.domain' => host&.sub(/:\d+\z/, ''),
                  'user.name' => user, 'http.request.referrer' => referrer, 'user_agent.original' => agent)
      rest ? add(fields, rest(rest)) : fields
    end

    private

    # What is there of +found+.
    def add(fields, found)
      found.each { |name, value| fields[name] = value unless value.nil? || value == NONE || value == '' }
      fields
    end

    def rest(text)
      forwarded = FORWARDED.match(text)
      return { 'forwarded_for' => forwarded[1] } if forwarded

      match = INGRESS.match(text) or return { 'rest' => text }
      seconds, upstream, address, answers, id = match.captures
      { 'duration_s' => seconds, 'upstream.name' => upstream, 'upstream.address' => address,
        'upstream.status' => answers[/\d{3}\z/], 'http.request.id' => id }
    end
  end
end
