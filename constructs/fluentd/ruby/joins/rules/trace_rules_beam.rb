# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Reports of Elixir and Erlang.
  module BeamRules
    EXCEPTION = /\A\*\* \(/
    FIELD = /\A(?:Last\ message|Client\ |(?:State|Function|Message|Start\ Call|Initial\ Call|Ancestors|Reason|Server|
      Request|Extra|Process\ Label|Queue):\ )/x

    ROWS = [
      [%i[start line text beam_field], EXCEPTION, :beam],
      [%i[line beam_field], /\A(?:Server|Request): /, :beam_field, :guess],
      [%i[beam], FIELD, :beam],
      [%i[beam beam_message], CommonRules::INDENTED, :beam],
      [%i[beam], CommonRules::CLOSER, :beam],
      [%i[beam], CommonRules::BLANK, :beam],
      [%i[beam beam_message], :message, :beam_message, :guess],

      [%i[start], /\A=[A-Z ]+ REPORT====/, :erlang],
      [%i[erlang], /\A(?:\*\* |\s+\S|Error in process )/, :erlang],
      [%i[erlang], /\A\{.*\}\s*\z/, :erlang]
    ].freeze
  end
end
