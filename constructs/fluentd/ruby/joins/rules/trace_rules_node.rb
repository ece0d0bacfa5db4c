# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Errors of Node.js, Deno and Bun.
  module NodeRules
    # Where it was thrown, alone in a line; the source, a caret and the error follow.
    PLACE = %r{\A(?:/[^\s:]*+|[^\s:]++(?<=js|ts|sx)|node:[^\s:]++|file://[^\s:]++|\[eval\]\S*|
      undefined|evalmachine\.<anonymous>|<anonymous_script>):\d+\s*\z}x
    CARET = /\A\s*\^+\s*\z/
    TIP = /\A\(Use `\S+ --trace-/
    WARNING = /\A\(node:\d+\) /
    TRAILER = /\A(?:Node\.js v\d|Bun v\d)/
    GARBAGE = /\A<--- Last few GCs --->/
    V8 = /\A(?:\[\d+:0x|<--- (?!Last)|FATAL ERROR: |----- |\s|\z|\d+: 0x|==== |Security context: )/

    ROWS = [
      # A line break comes before it when the value that was thrown is no error: that ends what was before.
      [%i[start blank], PLACE, :node_place],
      [%i[line_blank error_blank], PLACE, :line, :apart],
      [%i[node_place], /\A.*\S/, :node_source, :guess],
      [%i[node_source], CARET, :node_error],
      [%i[node_source], CommonRules::BLANK, :node_blank, :guess],
      [%i[node_blank], CommonRules::ERROR, :node_error],
      # The program ends with it, so everything until the trailer is the error.
      [%i[node_error], TRAILER, :node_error, :done],
      [%i[node_error], /\A(?!#{Regexp.union(CommonRules::RECORD, PLACE)})/, :node_error],
      [%i[line error error_blank trace trace_blank node_warning], TIP, :trace],
      [%i[error error_blank trace trace_blank text text_blank], TRAILER, :trace, :done],

      [%i[start], WARNING, :node_warning],
      [%i[node_warning], CommonRules::FRAME, :trace],
      [%i[node_warning], CommonRules::INDENTED, :node_warning],
      [%i[node_warning], :message, :node_warning, :guess],

      [%i[error error_message guessed], /\ARequire stack:\s*\z/, :node_require],
      [%i[node_require], /\A- /, :node_require],
      [%i[node_require], CommonRules::FRAME, :trace],

      [%i[start blank], GARBAGE, :v8],
      [%i[line_blank error_blank], GARBAGE, :line, :apart],
      [%i[v8], V8, :v8]
    ].freeze
  end
end
