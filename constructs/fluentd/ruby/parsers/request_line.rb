# frozen_string_literal: true

module Efk
  # The first line of a request of HTTP, as access and error logs quote it. What is none, e.g. TLS sent to a port
  # without it, stays `request`.
  module RequestLine
    LINE = %r{\A([A-Z]{1,32}) (\S+)(?: HTTP/(\d(?:\.\d)?))?\z}
    PATH = %r{\A(/[^?#]*)(?:\?([^#]*))?}

    module_function

    # Its fields, in the names of the Elastic Common Schema.
    def fields(text)
      match = LINE.match(text)
      return text.empty? ? {} : { 'request' => text } unless match

      method, target, version = match.captures
      { 'http.request.method' => method, **target_fields(target), 'http.version' => version }.compact
    end

    def target_fields(target)
      path = PATH.match(target)
      return { 'url.original' => target } unless path

      { 'url.path' => path[1], 'url.query' => path[2] }
    end
  end
end
