# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Errors of Node.js, Deno and Bun.
  module NodeRules
    # Where it was thrown, alone in a line; the source, a caret and the error follow.
    PLACE = %r{\A(?:/[^\s:]*+|[^\s:]++(?<=js|ts|sx)|node:[^\s:]++|file://[^\s:]++|\[eval\]\S*|evalmachine\.<anonymous>)
      :\d+\s*\z}x
    CARET = /\A\s*\^+\s*\z/
    TIP = /\A\(Use `\S+ --trace-/
    WARNING = /\A\(node:\d+\) /
    TRAILER = /\A(?:Node\.js v\d|Bun v\d)/
    V8 = /\A(?:\[\d+:0x|<--- |FATAL ERROR: |----- |\s|\z|\d+: 0x|==== |Security context: )/

    ROWS = [
      [%i[start], PLACE, :node_place],
      [%i[node_place], /\A.*\S/, :node_source, :guess],
      [%i[node_source], CARET, :node_caret],
      [%i[node_caret], CommonRules::BLANK, :node_caret],
      [%i[node_caret], /\A(?!#{CommonRules::RECORD})\S/, :error],
      [%i[line error error_blank trace trace_blank node_warning], TIP, :trace],
      [%i[error error_blank trace trace_blank text text_blank], TRAILER, :trace, :done],

      [%i[start], WARNING, :node_warning],
      [%i[node_warning], CommonRules::FRAME, :trace],
      [%i[node_warning], CommonRules::INDENTED, :node_warning],
      [%i[node_warning], :message, :node_warning, :guess],

      [%i[error error_message guessed], /\ARequire stack:\s*\z/, :node_require],
      [%i[node_require], /\A- /, :node_require],
      [%i[node_require], CommonRules::FRAME, :trace],

      [%i[start blank line_blank], /\A<--- Last few GCs --->/, :v8],
      [%i[v8], V8, :v8]
    ].freeze
  end
end
