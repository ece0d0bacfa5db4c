# frozen_string_literal: true

module Efk
  # A regular expression of a team. It has a limit of time, because one of another team must not wait for it: where Ruby
  # cannot remember which ways it has tried (Regexp.linear_time?), a long text may take more than anybody has.
  class Pattern
    # In seconds. What takes longer raises Regexp::TimeoutError.
    TIMEOUT = 0.5

    # A source that is a text: it is searched for as such, which is faster. In ASCII, so that no byte of it is part of
    # another character.
    TEXT = /\A(?:[A-Za-z0-9_ :-]|\\n)+\z/

    def self.compile(source)
      Regexp.new(source, timeout: TIMEOUT)
    rescue RegexpError => e
      raise Fluent::ConfigError, "a pattern must be a regular expression: #{e.message}"
    end

    def initialize(source)
      @regexp = Pattern.compile(source)
      @text = source.gsub('\n', "\n") if TEXT.match?(source)
    end

    # Whether the text of +value+ matches; objects and lists have none.
    def match?(value)
      case value
      when String then @text ? value.include?(@text) : @regexp.match?(Pattern.text(value))
      when Numeric, true, false then @regexp.match?(value.to_s)
      else false
      end
    end

    # Asked as a procedure is.
    alias call match?

    # +string+ in UTF-8, as Elasticsearch will have it: Ruby matches no bytes that are none.
    def self.text(string)
      string = string.dup.force_encoding(Encoding::UTF_8) unless string.encoding == Encoding::UTF_8
      string.valid_encoding? ? string : string.scrub
    end
  end
end
