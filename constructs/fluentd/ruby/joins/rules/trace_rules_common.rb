# frozen_string_literal: true

module Efk
  # Lines that look the same in many languages, and indented text that is no trace.
  module CommonRules
    COLOUR = /(?:\e\[[\d;]*m)*/
    BLANK = /\A#{COLOUR}\s*\z/
    # Levels that are set right, and tracing-subscriber's `pretty` format: a record, though it is indented.
    SET_RIGHT = /\A(?:\ (?:INFO|WARN|WARNING)|\ {2,3}(?:DEBUG|ERROR|TRACE)|\ {4}INFO|
      \ {2}\d{4}-\d\d-\d\dT[\d:.]+Z?\ +[A-Z]+)\b/x
    INDENTED = /\A(?!#{SET_RIGHT})#{COLOUR}[ \t]+\S/
    FRAME = /\A#{COLOUR}[ \t]+(?:at\ \S|\.\.\.\ \d+\ |from\ \S+:\d+|--->\ |Suppressed:\ |Caused\ by:\ |
      \[CIRCULAR|\#\d+\ |\d+:\ (?:0x|\S+::|_)|@\ +0x)/x
    CLOSER = /\A[\])}>]+[,;]?\s*\z/
    # The beginning of a record of a log: a date, a time, a level, klog, logfmt, JSON, an address of a client.
    RECORD = %r{\A#{COLOUR}(?:\d{4}[-/.]\d\d|\d\d?[-/.:]\d\d|\d\d?/\w{3}/|1\d{9}|\d+(?:\.\d+){3}\ |\[\d\d|\[[\w.]+\]\s|
      [\[<(]?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|PANIC|[Tt]race|[Dd]ebug|[Ii]nfo|
      [Ww]arn(?:ing)?|fail|crit)\b[\]>):|\s]|
      [DIWEF]\d{4}\ |[DIWEF],\ \[|\w++=\S|\{"|(?:\w{3},?\ )?\w{3}\ [\ \d]?\d,?\ (?:\d{4}\ )?\d\d?:\d\d|<\d+>)}x
    # A class and its message, in any language: `java.lang.Foo: x`, `FooError: x`, `TypeError [ERR_X]: x`,
    # `Foo::Bar (x):`. It is to be proved by frames where it stands behind a line of a log.
    NAME = %r{[A-Za-z_$][\w$]*+(?:(?:\.|::|[\\/])[\w$]++)*+}
    ERROR = /\A#{COLOUR}(?:<ref\ \*\d+>\ )?(?:Uncaught:?\ |error:\ Uncaught\ |\[)?(?:\(in\ promise\)\ )?(?:
      #{NAME}(?<=Error|Exception|Throwable|Failure|Rejection|Fault)(?:`\d)?(?:\ \[\w+\])?#{COLOUR}(?::|\]|\s*\z|
      \ \(.*\):\s*\z)|
      (?:[a-z_][\w$]*+\.)++[A-Z][\w$.]*+(?::|\s*\z)|
      (?:[A-Z]\w*+::)++[A-Z]\w*+(?::|\ \(.*\):\s*\z)|
      [A-Z][a-z]\w*+:\ )/x
    # Titles that stand above frames.
    TITLE = /\A(?:(?:PHP\ )?[Ss]tack\ ?trace|[Ss]tack\ (?:back)?trace(?:back)?|[Bb]acktrace|[Cc]all\ [Ss]tack|
      Current\ stack\ trace|Location|CallStack\ \(from\ HasCallStack\)|\[stacktrace\]|Thrown\ at|
      Emitted\ 'error'\ event.*):?\s*\z/x
    CAUSE = /\A(?:Caused\ by:|Suppressed:|Wrapped\ by:|Causes:|Root\ cause:)/x
    # Lines at the margin that only stand between frames.
    MARGIN = %r{\A(?:at\ [\w.$<>@/]+\(.*\)\s*\z|--->?\ |\.\.\.\ \d+\ (?:more|common)|\#\d+\s+\S|\d+:\ 0x|
      coroutine\ \d+:|(?:Raised|Re-raised|Called)\ (?:at|from|by)\ |in\ expression\ starting\ at|
      <asynchronous\ suspension>|
      Error\ has\ been\ observed\ at\ the\ following\ site|Assembly\ trace\ from\ producer|Original\ Stack\ Trace:|
      \|_)}x

    # What traces and storms of errors mostly consist of is asked first.
    FREQUENT = [
      [%i[start], ERROR, :error],
      [%i[trace trace_blank cause], FRAME, :trace],
      [%i[trace trace_blank cause], INDENTED, :trace]
    ].freeze

    ROWS = [
      [%i[start], BLANK, :blank],
      [%i[start], SET_RIGHT, :line],
      [%i[start], FRAME, :trace],
      [%i[start], INDENTED, :indented],
      [%i[start], /\A[{\[(]+\s*\z/, :open],
      [%i[start], /\A(?:Exception in thread "|Unhandled exception\.|(?:PHP )?(?:Fatal|Parse) error: )/, :error],
      [%i[start], /\A(?:Unhandled Exception: |Process terminated\.)/, :error],

      [%i[line line_blank text text_blank indented error error_blank error_message guessed cause_message open], FRAME,
       :trace],
      [%i[line text error error_blank blank], INDENTED, :text],
      [%i[line line_blank text error error_blank error_message guessed trace trace_blank cause cause_message], CAUSE,
       :cause],
      [%i[line text error error_blank error_message guessed trace trace_blank cause cause_message], TITLE, :trace],
      [%i[error error_message guessed trace cause cause_message], MARGIN, :trace],
      [%i[line], %r{\A(?:at [\w.$<>@/]+\(.*\)\s*\z|---> |--- End of )}, :trace],

      [%i[line line_blank], BLANK, :line_blank, :guess],
      [%i[line_blank text_blank], INDENTED, :text],
      [%i[text text_blank], BLANK, :text_blank],
      [%i[trace trace_blank cause], BLANK, :trace_blank],
      [%i[trace_blank], /\A---> /, :trace],
      [%i[error error_blank], BLANK, :error_blank, :guess],
      [%i[text trace error], CLOSER, :trace],
      [%i[open], CLOSER, :open, :done],
      [%i[open], INDENTED, :open],
      [%i[open], BLANK, :open],

      [%i[error_message], INDENTED, :error_message, :guess],
      [%i[cause_message], INDENTED, :cause_message, :guess],
      [%i[guessed], INDENTED, :guessed, :guess],
      [%i[line], ERROR, :guessed, :guess],
      [%i[guessed], :message, :guessed, :guess],
      [%i[error error_message], :message, :error_message, :guess],
      [%i[cause cause_message], :message, :cause_message, :guess],
      [%i[error_message], BLANK, :error_message, :guess],
      [%i[cause_message], BLANK, :cause_message, :guess],
      [%i[guessed], BLANK, :guessed, :guess]
    ].freeze
  end
end
