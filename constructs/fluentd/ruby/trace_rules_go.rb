# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Panics, dumps of goroutines, frames of zap and pkg/errors, the race detector.
  module GoRules
    PANIC = /\A(?:panic: |fatal error: |SIG[A-Z]+: |unexpected fault address |runtime: (?:goroutine stack|sp=))/
    GOROUTINE = /\A(?:goroutine \d+ |runtime stack:|\[signal )/
    REGISTER = /\A(?:PC=0x|\[originating from|[a-z][a-z0-9]{1,6} +0x\h+\s*\z)/
    # A function is one only with its file below: `connect() to backend failed` and `shutdown() called` are none.
    FUNCTION = /\A(?:created by \S+(?: in goroutine \d+)?|[A-Za-z_]\S*\(.*\)|(?=[^\s.]*\.)[A-Za-z_]\S*+)\s*\z/
    FILE = /\A[ \t]+\S.*\.(?:go|s|c|cgo\d\.go):\d+(?: |\s*\z)/
    RULER = /\A=+\s*\z/

    ROWS = [
      [%i[start], PANIC, :panic],
      [%i[panic], GOROUTINE, :goroutine],
      [%i[panic], PANIC, :panic],
      [%i[panic], CommonRules::INDENTED, :panic],
      [%i[panic panic_message], CommonRules::BLANK, :panic, :guess],
      [%i[panic panic_message], :message, :panic_message, :guess],
      [%i[panic_message], GOROUTINE, :goroutine],

      [%i[start line line_blank text goroutine], GOROUTINE, :goroutine],
      [%i[panic goroutine], REGISTER, :goroutine],
      [%i[goroutine], CommonRules::INDENTED, :goroutine],
      [%i[goroutine], CommonRules::BLANK, :goroutine],
      [%i[goroutine], /\Aexit status \d+\s*\z/, :goroutine, :done],
      [%i[goroutine], /\A\.\.\.(?:additional|\d+) frames elided/, :goroutine],
      [%i[line goroutine error error_message text go_frame], FUNCTION, :go_function, :guess],
      [%i[go_function error_message guessed], FILE, :go_frame],
      [%i[go_function], CommonRules::INDENTED, :text],
      [%i[go_frame], FILE, :go_frame],
      [%i[go_frame], GOROUTINE, :goroutine],
      [%i[go_frame], CommonRules::BLANK, :goroutine],
      [%i[go_frame], CommonRules::INDENTED, :goroutine],
      [%i[go_frame], /\Aexit status \d+\s*\z/, :goroutine, :done],
      [%i[go_frame], /\A\.\.\.(?:additional|\d+) frames elided/, :goroutine],

      [%i[start], RULER, :ruler],
      [%i[ruler], /\AWARNING: DATA RACE/, :race],
      [%i[race], RULER, :race_end],
      [%i[race], /\A(?:\s|\z|Previous |Goroutine \d|(?:Atomic )?(?:[Rr]ead|[Ww]rite) at )/, :race],
      [%i[race_end], /\AFound \d+ data race/, :race_end],
      [%i[race_end], /\Aexit status \d+\s*\z/, :race_end, :done]
    ].freeze
  end
end
