# frozen_string_literal: true

require_relative 'first_line_join'
require_relative 'no_join'
require_relative 'stream_join'
require_relative 'trace_join'

module Efk
  # Which lines of a container are one event: those of a trace in any language, unless somebody knows better.
  class LineJoins
    CONFIG = proc do
      desc 'Whether lines are joined to events.'
      config_param :multiline, :bool, default: true
      desc 'Languages whose traces are joined; all when left out.'
      config_param :languages, :array, value_type: :string, default: nil
      desc 'A regular expression of the first line of an event; others continue it. Then no traces are looked for.'
      config_param :first_line, :string, default: nil
    end

    # By name those of treatments, which are sections of the configuration, and of what has none.
    def self.by_treatment(sections)
      joins = Hash.new(new)
      sections.each { |section| joins[section.name] = of(section) }
      joins
    end

    def self.of(section)
      new(multiline: section.multiline, languages: section.languages, first_line: section.first_line)
    end

    def initialize(multiline: true, languages: nil, first_line: nil)
      @multiline = multiline
      @machine = languages ? StackTrace.of(languages) : StackTrace::ALL
      @first_line = first_line && FirstLineJoin.pattern(first_line)
    rescue KeyError => e
      raise Fluent::ConfigError, "a language must be one of #{StackTrace::LANGUAGES.keys.join(', ')}, got #{e.key}"
    end

    # The same within bounds.
    def within(limits)
      Bounded.new(self, limits)
    end

    # What joins the whole lines of a stream.
    def lines(limits)
      return NoJoin.new unless @multiline

      @first_line ? FirstLineJoin.new(limits, @first_line) : TraceJoin.new(limits, @machine)
    end

    # The joins of the streams of a container.
    Bounded = Struct.new(:joins, :limits) do
      def max_age = limits.max_age

      def stream
        StreamJoin.new(limits, joins.lines(limits))
      end
    end
  end
end
