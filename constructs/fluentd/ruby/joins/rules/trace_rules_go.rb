# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Panics, dumps of goroutines, frames of zap and pkg/errors, the race detector.
  module GoRules
    PANIC = /\A(?:panic: |fatal error: |SIG[A-Z]+: |unexpected fault address |runtime: (?:goroutine stack|sp=))/
    GOROUTINE = /\A(?:goroutine \d+ |runtime stack:|\[signal )/
    REGISTER = /\A(?:PC=0x|\[originating from|[a-z][a-z0-9]{1,6} +0x\h+\s*\z)/
    # A function is one only with its file below: `connect() to backend failed` and `shutdown() called` are none.
    FUNCTION = /\A(?:created by \S+(?: in goroutine \d+)?|[A-Za-z_][^\s(]*+\(.*\)|(?=[^\s.]*+\.)[A-Za-z_]\S*+)\s*\z/
    FILE = /\A[ \t]+\S.*\.(?:go|s|c|cgo\d\.go):\d+(?: |\s*\z)/
    RULER = /\A={4,}\s*\z/
    # gin writes the request, the error and frames.
    RECOVERED = %r{\A\e\[31m\d{4}/\d\d/\d\d [\d:]+ \[Recovery\] .* panic recovered:\s*\z}
    RECOVERED_FRAME = %r{\A/\S+:\d+ \(0x\h+\)}

    ROWS = [
      [%i[start], PANIC, :panic],
      [%i[panic], GOROUTINE, :goroutine],
      [%i[panic], PANIC, :panic],
      [%i[panic], CommonRules::INDENTED, :panic],
      [%i[panic panic_message], CommonRules::BLANK, :panic, :guess],
      [%i[panic panic_message], :message, :panic_message, :guess],
      [%i[panic_message], GOROUTINE, :goroutine],

      [%i[start line line_blank text goroutine_blank], GOROUTINE, :goroutine],
      [%i[panic goroutine goroutine_blank], REGISTER, :goroutine],
      [%i[goroutine goroutine_blank], CommonRules::INDENTED, :goroutine],
      [%i[goroutine goroutine_blank go_frame], CommonRules::BLANK, :goroutine_blank],
      [%i[goroutine goroutine_blank go_frame], /\Aexit status \d+\s*\z/, :goroutine, :done],
      [%i[goroutine go_frame], /\A\.\.\.(?:additional|\d+) frames elided/, :goroutine],
      [%i[line goroutine error error_message text go_frame], FUNCTION, :go_function, :guess],
      [%i[go_function error_message guessed], FILE, :go_frame],
      [%i[go_function], CommonRules::INDENTED, :text],
      [%i[go_frame], FILE, :go_frame],
      [%i[go_frame], CommonRules::INDENTED, :goroutine],

      [%i[start], RECOVERED, :go_recovered],
      [%i[go_recovered recovered_frame], RECOVERED_FRAME, :recovered_frame],
      [%i[recovered_frame], CommonRules::INDENTED, :recovered_frame],
      [%i[recovered_frame], CommonRules::BLANK, :recovered_frame],
      [%i[go_recovered], /\A(?!#{CommonRules::RECORD})/, :go_recovered],

      [%i[start], RULER, :ruler],
      [%i[ruler], /\AWARNING: (?:DATA RACE|ThreadSanitizer)/, :race],
      [%i[race], RULER, :race_end],
      [%i[race], /\A(?:\s|\z|Previous |Goroutine \d|(?:Atomic )?(?:[Rr]ead|[Ww]rite) |SUMMARY: )/, :race],
      [%i[race_end], /\A(?:Found \d+ data race|ThreadSanitizer: reported )/, :race_end],
      [%i[race_end], /\Aexit status \d+\s*\z/, :race_end, :done]
    ].freeze
  end
end
