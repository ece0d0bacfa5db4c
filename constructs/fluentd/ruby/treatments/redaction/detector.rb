# frozen_string_literal: true

require_relative '../pattern'

module Efk
  # Finds one kind of what is to be redacted in a text.
  class Detector
    # The block is asked for what matches and says whether it is a secret, or how many characters of it are. +normal+
    # makes equal what is written in several ways, so that it has one hash. +hint+ is quicker to look for.
    def initialize(regexp, hint: nil, normal: nil, &check)
      @regexp = regexp
      @hint = hint
      @normal = normal
      @check = check
    end

    # +text+, in which what the block gives stands for every secret; the same object if there is none.
    def replace(text)
      return text unless match?(text)

      redacted = +''
      done = at = 0
      while text.byteindex(@regexp, at)
        at, secret = secret_at(Regexp.last_match)
        next unless secret

        redacted << text.byteslice(done...(at - secret.bytesize)) << yield(secret)
        done = at
      end
      done.zero? ? text : redacted << text.byteslice(done..)
    end

    # Whether there may be one.
    def match?(text)
      (@hint.nil? || @hint.match?(text)) && @regexp.match?(text)
    end

    def normal(secret)
      @normal ? @normal.call(secret) : secret
    end

    private

    # Where to go on, and what stands before it if it is a secret. What begins within something that is none may be one.
    def secret_at(match)
      from = match.byteoffset(0).first
      text = match[0]
      raise ArgumentError, 'a pattern matches nothing' if text.empty?

      length = @check ? @check.call(text) : true
      return [from + text[0].bytesize, nil] unless length

      secret = length == true ? text : text[0, length]
      [from + secret.bytesize, secret]
    end
  end
end
