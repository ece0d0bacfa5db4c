# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Backtraces of Ruby, which stand at the margin, and of PHP.
  module ScriptRules
    # A frame ends with the name of its method; behind it, the first line of an uncaught exception has the message.
    FRAME = /\A[^\s:]++:\d++(?::in [`'].*'|(?<=rb:\d|rb:\d\d|rb:\d{3}|rb:\d{4}))\s*\z/
    UNCAUGHT = /\A[^\s:]++:\d++:in [`'].*': /
    # Raised while another was rescued: the cause follows, with a first line of its own.
    WRAPPED = /\A[^\s:]++:\d++:in [`'][\w:.#]*rescue in /
    FROM_WRAPPED = /\A\s+from [^\s:]++:\d++:in [`'][\w:.#]*rescue in /
    # On standard output, PHP writes a line break before a message: that ends what was before.
    PHP_MESSAGE = /\A(?:(?:PHP )?(?:Warning|Notice|Deprecated): .* on line \d+\s*\z|(?:PHP )?(?:Fatal|Parse) error: )/
    MONOLOG_END = /\A"\}[\s\[\]{}"\w:,]*\z/

    ROWS = [
      [%i[line text error error_blank error_message guessed ruby ruby_blank], FRAME, :ruby],
      [%i[start], WRAPPED, :ruby_wrapped],
      [%i[start ruby_wrapped ruby_thread], UNCAUGHT, :ruby_error],
      [%i[start], /\A[^\s:]++:\d++: .*\(SyntaxError\)\s*\z/, :ruby_error],
      [%i[start], /\A#<Thread:0x\h+/, :ruby_thread],
      [%i[ruby_error ruby], FROM_WRAPPED, :ruby_wrapped],
      [%i[ruby_wrapped], CommonRules::INDENTED, :ruby_wrapped],
      [%i[ruby_error ruby ruby_blank], CommonRules::INDENTED, :ruby],
      [%i[ruby_error], CommonRules::BLANK, :ruby_error, :guess],
      [%i[ruby_error ruby ruby_blank], /\A(?:Did you mean\?|> ?\d+ \| )/, :ruby_error],
      [%i[ruby_error], :message, :ruby_error, :guess],
      [%i[ruby ruby_blank], CommonRules::BLANK, :ruby_blank],
      [%i[ruby ruby_blank], CommonRules::CAUSE, :cause],

      [%i[blank], PHP_MESSAGE, :error],
      [%i[line_blank error_blank], PHP_MESSAGE, :line, :apart],
      [%i[line error error_message error_blank guessed], /\A(?:PHP )?Stack trace:\s*\z|\A\[stacktrace\]|\A#0 /, :php],
      [%i[php php_blank], /\A(?:#\d+ |Stack trace:|\[stacktrace\]|\[previous exception\]|PHP +\d+\. )/, :php],
      [%i[php], CommonRules::INDENTED, :php],
      [%i[php php_blank], CommonRules::BLANK, :php_blank],
      [%i[php php_blank], /\ANext \S+: /, :php],
      [%i[php], MONOLOG_END, :php, :done]
    ].freeze
  end
end
