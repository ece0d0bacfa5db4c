# frozen_string_literal: true

module Efk
  # What paths of requests have in common: `/orders/17` and `/orders/18` are `/orders/:id`. A path itself has no bound
  # and would be a series for each order.
  class PathTemplates
    OTHER = '_other'
    ID = ':id'

    # Paths whose template is known, and templates that are learned.
    KNOWN = 1000
    MOST = 100

    # Longer paths, and deeper ones, are no pages of an application.
    LONGEST = 512
    DEEPEST = 12

    # Numbers, UUIDs, hashes, and what else is long and has a digit, or stands for an address.
    IDS = /\A(?:\d+|\h{8}-\h{4}-\h{4}-\h{4}-\h{12}|(?=.*\d)\h{8,}|(?=.*\d)[\w.~+=-]{16,}|.*[@%].*|.{41,})\z/

    # Without +templates+ they are learned. In one `:name` stands for a segment, and `*` at its end for any.
    def initialize(templates = [])
      @templates = templates.map { |template| [template, pattern(template)] }
      @learned = {}
      @known = {}
    end

    # The template of a path.
    def of(path)
      @known[path] || begin
        @known.clear if @known.size >= KNOWN
        @known[path.dup.freeze] = path.bytesize > LONGEST ? OTHER : template(path)
      end
    end

    private

    def pattern(template)
      segments = template.delete_suffix('*').split('/', -1).map do |segment|
        segment.start_with?(':') ? '[^/]+' : Regexp.escape(segment)
      end
      Regexp.new("\\A#{segments.join('/')}#{template.end_with?('*') ? '.*' : '/?'}\\z")
    end

    def template(path)
      return given(path) unless @templates.empty?

      folded = folded(path)
      @learned[folded] || (@learned.size < MOST ? @learned[folded] = folded : OTHER)
    end

    def given(path)
      @templates.find { |_, pattern| pattern.match?(path) }&.first || OTHER
    end

    def folded(path)
      segments = path[/\A[^?#;]*/].split('/')
      return OTHER if segments.size > DEEPEST

      text = segments.map { |segment| IDS.match?(segment) ? ID : segment }.join('/')
      text.empty? ? '/' : text
    end
  end
end
