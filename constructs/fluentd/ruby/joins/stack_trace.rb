# frozen_string_literal: true

require_relative 'rules/trace_rules_beam'
require_relative 'rules/trace_rules_common'
require_relative 'rules/trace_rules_go'
require_relative 'rules/trace_rules_jvm'
require_relative 'rules/trace_rules_native'
require_relative 'rules/trace_rules_node'
require_relative 'rules/trace_rules_python'
require_relative 'rules/trace_rules_scripts'

module Efk
  # What continues what in the output of a program: a machine whose states say what has been read, and whose rules say
  # by which line it goes on. The rules are data, by language, in the trace_rules files:
  #
  #   [states it holds in, pattern of the line, next state, how]
  #
  # A rule of the state :start begins an event; a text that no rule begins is in the state :line. How a line continues:
  #
  #   nothing  it is part of the event, and proves what was guessed
  #   :guess   it may be part of the event, if a line proves it
  #   :quoted  it is part of the event if the source code in the trace holds its text
  #   :done    it is the last line of the event
  #   :apart   it proves what was guessed, but begins the next event
  #
  # fluent-plugin-detect-exceptions works in the same way, but forgets the line before an exception, and knows no guess,
  # so that it must take `Error: x` for a trace or never.
  module StackTrace
    Rule = Struct.new(:pattern, :to, :how)

    # What has been read of an event. The pattern of all rules is asked first, because most lines match none.
    class State
      attr_reader :name

      def initialize(name)
        @name = name
        @rules = []
      end

      def rules=(rules)
        @rules = rules
        @any = Regexp.union(patterns)
      end

      def patterns = @rules.map(&:pattern)

      # The rule by which the text continues an event in this state.
      def follow(text)
        @rules.find { |rule| rule.pattern.match?(text) } if text.start_with?(' ', "\t") || @any.match?(text)
      end
    end

    # What is asked of programs in a language, beside what is common to all.
    LANGUAGES = {
      'dotnet' => [], 'elixir' => [BeamRules], 'erlang' => [BeamRules], 'go' => [GoRules], 'java' => [JvmRules],
      'node' => [NodeRules], 'php' => [ScriptRules], 'python' => [PythonRules], 'ruby' => [ScriptRules],
      'rust' => [NativeRules], 'swift' => [NativeRules]
    }.freeze

    ROWS = (CommonRules::FREQUENT + PythonRules::ROWS + NodeRules::ROWS + GoRules::ROWS + JvmRules::ROWS +
      ScriptRules::ROWS + BeamRules::ROWS + NativeRules::ROWS + CommonRules::ROWS).freeze

    # A line that can be part of a message: it begins no event of another kind, and no record of a log.
    MESSAGE = /\A(?!#{Regexp.union(CommonRules::RECORD, *ROWS.filter_map { |from, re,| re if from.include?(:start) })})/

    DIGITS = (0x30..0x39)
    SEEN = 2000
    private_constant :DIGITS, :SEEN

    # The machine of some rules.
    class Machine
      # The state of a line that is part of no trace.
      attr_reader :line

      def initialize(rows)
        @start, @line = states_of(rows).values_at(:start, :line)
        @special = Regexp.union(*(@line.patterns + @start.patterns).uniq)
      end

      # The state of an event that begins with +text+.
      def start(text)
        @start.follow(text)&.to || @line
      end

      # Whether the text begins an event behind a line that is part of no trace, and is itself such a line, as nearly
      # all lines are; without a pattern if it begins with its time.
      def ordinary?(text)
        DIGITS.cover?(text.getbyte(0) || 0) || !@special.match?(text)
      end

      private

      def states_of(rows)
        states = rows.flat_map { |from, _, to,| [*from, to] }.uniq.to_h { |name| [name, State.new(name)] }
        states.each { |name, state| state.rules = rules_of(name, rows, states) }
      end

      def rules_of(name, rows, states)
        rows.filter_map do |from, pattern, to, how|
          Rule.new(pattern == :message ? MESSAGE : pattern, states.fetch(to), how) if from.include?(name)
        end
      end
    end

    # All of it, for a program of which nothing is known.
    ALL = Machine.new(ROWS)

    module_function

    # The machine of the programs in +languages+, keys of LANGUAGES.
    def of(languages)
      rules = languages.flat_map { |name| LANGUAGES.fetch(name) }.uniq
      Machine.new(CommonRules::FREQUENT + rules.flat_map { |rows| rows::ROWS } + CommonRules::ROWS)
    end

    # The text as patterns can read it: they raise an error for bytes that are not UTF-8, and see only the beginning of
    # a long line, so that none of them takes long. What ends it there is no end for any of them.
    def readable(text)
      text = "#{text.byteslice(0, SEEN)} ~" if text.bytesize > SEEN
      text.valid_encoding? ? text : text.b
    end

    # Whether the text is a JSON object in one line, by its ends.
    def json?(text)
      return false unless text.start_with?('{"', '{}', '{ "', '{ }')

      last = text.getbyte(-1)
      last == 0x7D || (last <= 0x20 && text.b.rstrip.end_with?('}'))
    end
  end
end
