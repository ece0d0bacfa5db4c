# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Panics of Rust, and what C++, Swift and Dart write when they end.
  module NativeRules
    # A line break comes before it, from Rust 1.81 on: that ends what was before.
    PANIC = /\Athread '[^']*+' (?:\(\d+\) )?panicked at /
    OVERFLOW = /\Athread '[^']*+' (?:\(\d+\) )?has overflowed its stack/
    NATIVE = %r{\A(?:Aborted|Segmentation\ fault|\*\*\*\ (?!Aborted\ at|Error\ in)|PC:\ @|Trace/breakpoint\ trap|
      ={3,}\ |@\ +0x|[^\s(]++\(.*\)\s?\[0x)}x

    ROWS = [
      [%i[start blank], PANIC, :rust],
      [%i[line_blank error_blank], PANIC, :line, :apart],
      [%i[rust], /\A(?!#{CommonRules::RECORD})/, :rust_message],
      [%i[rust_message], CommonRules::INDENTED, :rust_message],
      [%i[rust_message rust_trace], CommonRules::BLANK, :rust_message, :guess],
      [%i[rust rust_message], /\Astack backtrace:\s*\z/, :rust_trace],
      [%i[rust_trace], CommonRules::INDENTED, :rust_trace],
      [%i[rust rust_message rust_trace], /\Anote: /, :rust_note],
      [%i[rust_note], /\A(?:note: |thread caused non-unwinding panic)/, :rust_note],
      [%i[rust_note], CommonRules::BLANK, :rust_end],
      [%i[rust_message], :message, :rust_message, :guess],
      [%i[start blank], OVERFLOW, :rust_overflow],
      [%i[line_blank error_blank], OVERFLOW, :line, :apart],
      [%i[rust_overflow], /\Afatal runtime error: /, :rust_overflow, :done],

      [%i[start], /\A(?:terminate called |\*\*\* (?:Error in|Aborted at|SIG))/, :native],
      [%i[line], /\A\*\*\* Check failure stack trace: \*\*\*/, :native],
      [%i[native], CommonRules::INDENTED, :native],
      [%i[native], NATIVE, :native],
      [%i[start ruler], /\A==\d+==ERROR: /, :sanitizer],
      [%i[sanitizer], /\A==\d+==ABORTING/, :sanitizer, :done],
      [%i[sanitizer], /\A(?!#{CommonRules::RECORD})/, :sanitizer],

      [%i[error trace], /\A\d+ +\S+ +0x\h+ /, :trace],
      [%i[start], /\AUnhandled exception:\s*\z/, :dart],
      [%i[dart], /\A(?!#{CommonRules::RECORD})/, :dart_message],
      [%i[dart_message], /\A#0 /, :trace],
      [%i[dart_message], CommonRules::BLANK, :dart_message, :guess],
      [%i[dart_message], :message, :dart_message, :guess]
    ].freeze
  end
end
