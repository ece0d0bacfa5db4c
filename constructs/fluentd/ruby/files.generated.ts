// Made from *.rb by `npm run generate`; do not edit.

/** Our plugins and what they require, by file name; Fluentd finds them in the folder of `--plugin`. */
export const RUBY_FILES: Readonly<Record<string, string>> = {
  'log_line.rb': `# frozen_string_literal: true

module Efk
  # A line of a container, or several that were joined to one event.
  #
  # time:     the runtime's own text
  # text:     UTF-8, which may hold invalid bytes
  # file:     where the first line stands, whatever the reader uses for that
  # from, to: offsets of its first byte and behind its last line
  # lines:    how many lines it is made of
  # partial:  whether it was cut at a bound and goes on in the next event
  LogLine = Struct.new(:time, :text, :file, :from, :to, :lines, :partial)
end
`,
  'metrics.rb': `# frozen_string_literal: true

require 'prometheus/client'

module Efk
  # Metrics of our plugins, in the registry that fluent-plugin-prometheus exposes. A metric that is there already is
  # returned: the registry refuses a second one of the same name, and two instances of a plugin count into one.
  module Metrics
    module_function

    def counter(name, docstring, labels = [])
      registry.get(name) || registry.counter(name, docstring: docstring, labels: labels)
    end

    def gauge(name, docstring, labels = [])
      registry.get(name) || registry.gauge(name, docstring: docstring, labels: labels)
    end

    def registry
      Prometheus::Client.registry
    end
  end
end
`,
  'runtime_pause.rb': `# frozen_string_literal: true

module Efk
  # Seconds between two lines by the times that the runtime wrote. Unlike the time when they are read, it is the same when
  # they are read again, so that the same lines make the same events.
  module RuntimePause
    module_function

    # Never negative: clocks may be set back. 0 if a time cannot be read.
    def between(earlier, later)
      return 0.0 if earlier.byteslice(0, 19) == later.byteslice(0, 19)

      [seconds(later) - seconds(earlier), 0.0].max
    rescue ArgumentError, TypeError
      0.0
    end

    # The offset is that of the node, which is the same for both.
    def seconds(time)
      Time.utc(time[0, 4], time[5, 2], time[8, 2], time[11, 2], time[14, 2], 0).to_i + time[17..].to_f
    end
  end
end
`,
  'stack_trace.rb': `# frozen_string_literal: true

require_relative 'trace_rules_beam'
require_relative 'trace_rules_common'
require_relative 'trace_rules_go'
require_relative 'trace_rules_jvm'
require_relative 'trace_rules_native'
require_relative 'trace_rules_node'
require_relative 'trace_rules_python'
require_relative 'trace_rules_scripts'

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
  # so that it must take \`Error: x\` for a trace or never.
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
        @any = Regexp.union(rules.map(&:pattern))
      end

      def follow(text)
        @rules.find { |rule| rule.pattern.match?(text) } if @any.match?(text)
      end
    end

    ROWS = (PythonRules::ROWS + NodeRules::ROWS + GoRules::ROWS + JvmRules::ROWS + ScriptRules::ROWS +
      BeamRules::ROWS + NativeRules::ROWS + CommonRules::ROWS).freeze

    # A line that can be part of a message: it begins no event of another kind, and no record of a log.
    MESSAGE = /\\A(?!#{Regexp.union(CommonRules::RECORD, *ROWS.filter_map { |from, re,| re if from.include?(:start) })})/

    STATES = ROWS.flat_map { |from, _, to,| [*from, to] }.uniq.to_h { |name| [name, State.new(name)] }.freeze
    STATES.each do |name, state|
      state.rules = ROWS.filter_map do |from, pattern, to, how|
        Rule.new(pattern == :message ? MESSAGE : pattern, STATES.fetch(to), how) if from.include?(name)
      end
    end

    START = STATES.fetch(:start)
    LINE = STATES.fetch(:line)

    JSON_OPENING = ['"'.ord, '}'.ord, ' '.ord].freeze
    private_constant :JSON_OPENING

    module_function

    # The state of an event that begins with +text+.
    def start(text)
      START.follow(text)&.to || LINE
    end

    # The text as patterns can read it: a pattern raises an error for bytes that are not UTF-8.
    def readable(text)
      text.valid_encoding? ? text : text.b
    end

    # Whether the text is a JSON object in one line, by its ends.
    def json?(text)
      return false unless text.getbyte(0) == 0x7B && JSON_OPENING.include?(text.getbyte(1))

      last = text.getbyte(-1)
      last == 0x7D || (last <= 0x20 && text.b.rstrip.end_with?('}'))
    end
  end
end
`,
  'trace_join.rb': `# frozen_string_literal: true

require_relative 'log_line'
require_relative 'runtime_pause'
require_relative 'stack_trace'

module Efk
  # Joins the lines of one stream of a container to events. It holds the newest event only, and that within bounds:
  # fluent-plugin-concat holds without any (fluent-plugin-concat#81), and emits a trace after a pause line by line, because
  # its first line is held by nothing.
  #
  # Lines that may belong to what is held are held with it as a guess. When a line comes that proves the guess, they are
  # part of the event; when another comes, the event ends before them and they begin the next.
  class TraceJoin
    # Bounds of an event, and of what is held of it: lines, bytes, seconds since the last and since the first line.
    Limits = Struct.new(:max_lines, :max_bytes, :wait, :max_age, keyword_init: true) do
      def initialize(max_lines: 1000, max_bytes: 1_048_576, wait: 2, max_age: 10) = super
    end

    # So many lines at most are held as a guess, e.g. the lines of a message before the first frame of its trace.
    MAX_GUESS = 16

    def initialize(limits = Limits.new)
      @limits = limits
      @lines = []
      @bytes = 0
      @guess = @state = nil
    end

    # How many bytes of text are held.
    def held_bytes = @bytes

    # The first line that is held: whoever saves a position must not pass it.
    def oldest = @lines.first

    def empty? = @lines.empty?

    # Takes the next line and yields the events that are complete with it. +now+ is the monotonic clock.
    def add(line, now, &)
      if @cut || line.partial || StackTrace.json?(line.text)
        flush_all(&)
        @cut = line.partial
        yield line
      else
        append(line, now, &)
      end
    end

    # Yields what has waited for long enough. Only for a stream of which no line is left to read: lines that were written
    # in one go are read in one go, unless the reader is held up.
    def flush(now, &)
      return if @lines.empty?

      if now - @latest >= @limits.wait then flush_all(&)
      elsif now - @since >= @limits.max_age then cut(&)
      end
    end

    # Yields everything.
    def flush_all(&)
      give_up_guess(&) while @guess
      release(&)
      @state = nil
    end

    private

    def append(line, now, &)
      text = StackTrace.readable(line.text)
      rule = rule_for(line, text)
      while rule.nil? && @guess
        give_up_guess(&)
        rule = rule_for(line, text)
      end
      if rule.nil? || rule.how == :apart then start(line, text, now, &)
      else
        join(line, rule, now, &)
      end
    end

    # How the line continues the event, or nil if it begins one.
    def rule_for(line, text)
      rule = @state&.follow(text) or return
      return if RuntimePause.between(@time, line.time) >= @limits.wait

      case rule.how
      when :guess then rule unless full?(line) || (@guess && @lines.size - @guess >= MAX_GUESS)
      when :quoted then rule if quoted?(text)
      else rule
      end
    end

    # Whether the newest indented lines, the source code of a trace, hold the text: it is part of the message then.
    def quoted?(text)
      text.size > 2 && @lines.last(MAX_GUESS).any? do |line|
        line.text.start_with?(' ') && StackTrace.readable(line.text).include?(text)
      rescue Encoding::CompatibilityError
        false
      end
    end

    def start(line, text, now, &)
      @guess = nil
      release(&)
      @state = StackTrace.start(text)
      hold(line, now)
      release(&) if @bytes > @limits.max_bytes
    end

    def join(line, rule, now, &)
      if rule.how == :guess then guess(now)
      else
        @guess = nil
        cut(&) if full?(line)
      end
      @state = rule.to
      hold(line, now)
      return unless rule.how == :done || @bytes > @limits.max_bytes

      flush_all(&)
    end

    def guess(now)
      @guess ||= @lines.size.tap { @guessed_at = now }
    end

    def hold(line, now)
      @since = now if @lines.empty?
      @latest = now
      @time = line.time
      @lines << line
      @bytes += line.text.bytesize + 1
    end

    def full?(line)
      return false if @lines.empty?

      @lines.size >= @limits.max_lines || @bytes + line.text.bytesize >= @limits.max_bytes ||
        RuntimePause.between(@lines.first.time, line.time) >= @limits.max_age
    end

    # Ends the event before the guess. What was guessed is looked at again by itself.
    def give_up_guess(&)
      rest = @lines.slice!(@guess..)
      at = @guessed_at
      @guess = nil
      release(&)
      @state = nil
      rest.each { |line| append(line, at, &) }
    end

    # Yields a part of an event that is too long or too old; the next line may still continue it.
    def cut(&)
      give_up_guess(&) while @guess
      release(partial: @lines.size > 1, &)
    end

    def release(partial: false)
      return if @lines.empty?

      first = @lines.first
      event = @lines.size == 1 ? first : joined(first, partial)
      @lines = []
      @bytes = 0
      yield event
    end

    def joined(first, partial)
      text = @lines.map(&:text).join("\\n")
      LogLine.new(first.time, text, first.file, first.from, @lines.last.to, @lines.size, partial)
    end
  end
end
`,
  'trace_rules_beam.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Reports of Elixir and Erlang.
  module BeamRules
    EXCEPTION = /\\A\\*\\* \\(/
    FIELD = /\\A(?:Last\\ message|(?:State|Function|Message|Start\\ Call|Initial\\ Call|Ancestors|Reason|Server|Request|Extra|
      Process\\ Label|Queue\\ Length|Queue):\\ |Client\\ )/x

    ROWS = [
      [%i[start line text beam_field beam], EXCEPTION, :beam],
      [%i[line beam_field], FIELD, :beam_field, :guess],
      [%i[beam], FIELD, :beam],
      [%i[beam beam_message], CommonRules::INDENTED, :beam],
      [%i[beam], CommonRules::CLOSER, :beam],
      [%i[beam], CommonRules::BLANK, :beam],
      [%i[beam beam_message], :message, :beam_message, :guess],

      [%i[start], /\\A=[A-Z ]+ REPORT====/, :erlang],
      [%i[erlang], /\\A(?:\\*\\* |\\s+\\S|Error in process )/, :erlang],
      [%i[erlang], /\\A\\{.*\\}\\s*\\z/, :erlang]
    ].freeze
  end
end
`,
  'trace_rules_common.rb': `# frozen_string_literal: true

module Efk
  # Lines that look the same in many languages, and indented text that is no trace.
  module CommonRules
    COLOUR = /(?:\\e\\[[\\d;]*m)*/
    BLANK = /\\A#{COLOUR}\\s*\\z/
    # Levels that are set right, and tracing-subscriber's \`pretty\` format: a record, though it is indented.
    SET_RIGHT = /\\A(?: (?:INFO|WARN)|  [ ]?(?:DEBUG|ERROR|TRACE)| {4}INFO| WARNING|  \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z? +[A-Z]+)\\b/
    INDENTED = /\\A(?!#{SET_RIGHT})#{COLOUR}[ \\t]+\\S/
    FRAME = /\\A#{COLOUR}[ \\t]+(?:at\\ \\S|\\.\\.\\.\\ \\d+\\ |from\\ \\S+:\\d+|--->\\ |Suppressed:\\ |Caused\\ by:\\ |
      \\[CIRCULAR|\\#\\d+\\ |\\d+:\\ (?:0x|\\S+::|_)|@\\ +0x)/x
    CLOSER = /\\A[\\])}>]+[,;]?\\s*\\z/
    # The beginning of a record of a log: a date, a time, a level, klog, logfmt, JSON, an address of a client.
    RECORD = /\\A#{COLOUR}(?:\\d{4}[-\\/.]\\d\\d|\\d\\d?[-\\/.:]\\d\\d|\\d\\d?\\/\\w{3}\\/|1\\d{9}|\\d+(?:\\.\\d+){3}\\ |\\[\\d\\d|\\[[\\w.]+\\]\\s|
      [\\[<(]?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|PANIC|[Tt]race|[Dd]ebug|[Ii]nfo|
      [Ww]arn(?:ing)?|fail|crit)\\b[\\]>):|\\s]|
      [DIWEF]\\d{4}\\ |[DIWEF],\\ \\[|\\w+=\\S|\\{"|(?:\\w{3},?\\ )?\\w{3}\\ [ \\d]?\\d,?\\ (?:\\d{4}\\ )?\\d\\d?:\\d\\d|<\\d+>)/x
    # A class and its message, in any language: \`java.lang.Foo: x\`, \`FooError: x\`, \`TypeError [ERR_X]: x\`, \`Foo::Bar (x):\`.
    # To be proved by frames where it stands behind a line of a log.
    NAMED = /(?:[\\w$]+(?:\\.|::|\\\\|\\/))*[\\w$]*(?:Error|Exception|Throwable|Failure|Rejection|Fault)(?:\`\\d)?/
    ERROR = /\\A#{COLOUR}(?:<ref\\ \\*\\d+>\\ )?(?:Uncaught:?\\ |error:\\ Uncaught\\ |\\[)?(?:\\(in\\ promise\\)\\ )?(?:
      #{NAMED}(?:\\ \\[\\w+\\])?(?::|\\]|\\s*\\z|#{COLOUR}:|\\ \\(.*\\):\\s*\\z)|
      (?:[a-z_][\\w$]*[.])+[A-Z][\\w$]*(?::|\\s*\\z)|
      (?:[A-Z]\\w*::)+[A-Z]\\w*(?::|\\ \\(.*\\):\\s*\\z)|
      [A-Z][a-z]\\w*:\\ )/x
    # Titles that stand above frames.
    TITLE = /\\A(?:PHP\\ )?(?:[Ss]tack\\ ?trace|[Ss]tack\\ backtrace|[Bb]acktrace|[Cc]all\\ [Ss]tack|Current\\ stack\\ trace|
      Location|CallStack\\ \\(from\\ HasCallStack\\)|\\[stacktrace\\]|\\[previous\\ exception\\].*|Thrown\\ at|
      Emitted\\ 'error'\\ event.*):?\\s*\\z/xi
    CAUSE = /\\A(?:Caused\\ by:|Suppressed:|Wrapped\\ by:|Causes:|Root\\ cause:)/x
    MARGIN = /\\A(?:at\\ [\\w.$<>]+\\(.*\\)\\s*\\z|--->?\\ |\\.\\.\\.\\ \\d+\\ (?:more|common)|\\#\\d+\\s+\\S|\\d+:\\ 0x|coroutine\\ \\d+:|
      (?:Raised|Re-raised|Called)\\ (?:at|from|by)\\ |in\\ expression\\ starting\\ at|<asynchronous\\ suspension>)/x

    ROWS = [
      [%i[start], BLANK, :blank],
      [%i[start], SET_RIGHT, :line],
      [%i[start], FRAME, :trace],
      [%i[start], INDENTED, :indented],
      [%i[start], /\\A[{\\[(]+\\s*\\z/, :open],
      [%i[start], /\\A(?:Exception in thread "|Unhandled exception|Unhandled Exception:|(?:PHP )?(?:Fatal|Parse) error: )/,
       :error],
      [%i[start], ERROR, :error],

      [%i[line line_blank text text_blank indented error error_blank error_message guessed trace trace_blank cause
          cause_message open], FRAME, :trace],
      [%i[line text error error_blank trace trace_blank cause blank], INDENTED, :text],
      [%i[line line_blank text error error_blank error_message guessed trace trace_blank cause cause_message], CAUSE,
       :cause],
      [%i[line text error error_blank error_message guessed trace trace_blank cause cause_message], TITLE, :trace],
      [%i[error error_message guessed trace cause cause_message], MARGIN, :trace],
      [%i[line], /\\A(?:at [\\w.$<>]+\\(.*\\)\\s*\\z|---> |--- End of )/, :trace],

      [%i[line line_blank], BLANK, :line_blank, :guess],
      [%i[line_blank text_blank], INDENTED, :text],
      [%i[text text_blank], BLANK, :text_blank],
      [%i[trace trace_blank cause], BLANK, :trace_blank],
      [%i[error error_blank], BLANK, :error_blank, :guess],
      [%i[text trace error], CLOSER, :trace],
      [%i[open], CLOSER, :open, :done],
      [%i[open], INDENTED, :open],
      [%i[open], BLANK, :open],

      [%i[line], ERROR, :guessed, :guess],
      [%i[guessed], :message, :guessed, :guess],
      [%i[error error_message], :message, :error_message, :guess],
      [%i[cause cause_message], :message, :cause_message, :guess],
      [%i[error_message cause_message guessed], BLANK, :error_message, :guess]
    ].freeze
  end
end
`,
  'trace_rules_go.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Panics, dumps of goroutines, frames of zap and pkg/errors, the race detector.
  module GoRules
    PANIC = /\\A(?:panic: |fatal error: |SIG[A-Z]+: |unexpected fault address |runtime: (?:goroutine stack|out of memory))/
    GOROUTINE = /\\A(?:goroutine \\d+ |runtime stack:|\\[signal |\\[originating from|PC=0x|r\\d:|[a-z][a-z0-9]{1,3} +0x[0-9a-f]+\\z)/
    # A function is one only with its file below: \`connect() to backend failed\` and \`shutdown() called\` are none.
    FUNCTION = %r{\\A(?:created\\ by\\ \\S+(?:\\ in\\ goroutine\\ \\d+)?|[\\w./*()\\[\\]{}~%@-]+\\(.*\\)|[\\w./%~@-]+\\.[\\w.*()\\[\\]-]+)\\s*\\z}x
    FILE = /\\A[ \\t]+\\S.*\\.(?:go|s|c|cgo\\d\\.go):\\d+(?: |\\s*\\z)/
    RULER = /\\A=+\\s*\\z/

    ROWS = [
      [%i[start], PANIC, :panic],
      [%i[panic], GOROUTINE, :goroutine],
      [%i[panic], PANIC, :panic],
      [%i[panic], CommonRules::INDENTED, :panic],
      [%i[panic panic_message], CommonRules::BLANK, :panic, :guess],
      [%i[panic panic_message], :message, :panic_message, :guess],
      [%i[panic_message], GOROUTINE, :goroutine],

      [%i[start line line_blank text goroutine], GOROUTINE, :goroutine],
      [%i[goroutine], CommonRules::INDENTED, :goroutine],
      [%i[goroutine], CommonRules::BLANK, :goroutine],
      [%i[goroutine], /\\Aexit status \\d+\\s*\\z/, :goroutine, :done],
      [%i[goroutine], /\\A\\.\\.\\.(?:additional|\\d+) frames elided/, :goroutine],
      [%i[line goroutine error error_message text go_frame], FUNCTION, :go_function, :guess],
      [%i[go_function error_message guessed], FILE, :go_frame],
      [%i[go_function], CommonRules::INDENTED, :text],
      [%i[go_frame], FILE, :go_frame],
      [%i[go_frame], GOROUTINE, :goroutine],
      [%i[go_frame], CommonRules::BLANK, :goroutine],
      [%i[go_frame], CommonRules::INDENTED, :goroutine],
      [%i[go_frame], /\\Aexit status \\d+\\s*\\z/, :goroutine, :done],
      [%i[go_frame], /\\A\\.\\.\\.(?:additional|\\d+) frames elided/, :goroutine],

      [%i[start], RULER, :ruler],
      [%i[ruler], /\\AWARNING: DATA RACE/, :race],
      [%i[race], RULER, :race_end],
      [%i[race], /\\A(?:\\s|\\z|Previous |Goroutine \\d|(?:Atomic )?(?:[Rr]ead|[Ww]rite) at )/, :race],
      [%i[race_end], /\\AFound \\d+ data race/, :race_end],
      [%i[race_end], /\\Aexit status \\d+\\s*\\z/, :race_end, :done]
    ].freeze
  end
end
`,
  'trace_rules_jvm.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # What only the JVM and its frameworks write: thread dumps, crashes, java.util.logging, Spring Boot.
  module JvmRules
    # JDK 20 and later write a narrow no-break space before AM.
    LOGGING = /\\A[A-Z][a-z]{2} \\d{1,2}, \\d{4},? \\d{1,2}:\\d\\d:\\d\\d\\D{1,3}[AP]M /
    DUMP = /\\A(?:"|\\s|\\z|Threads\\ class\\ SMR\\ info:|_java_thread_list=|0x|\\}|JNI\\ global\\ |Found\\ (?:one|\\d+)\\ |={3,}|
      Java\\ stack\\ information|Heap\\b)/x
    STARS = /\\A\\*{3,}\\s*\\z/

    ROWS = [
      [%i[start], LOGGING, :java_logging],
      [%i[java_logging], /\\A[A-Z]{3,}: /, :line],

      [%i[start line], /\\AFull thread dump /, :java_dump],
      [%i[java_dump], DUMP, :java_dump],
      [%i[start], /\\A#\\s*\\z/, :hash],
      [%i[start hash], /\\A# (?:A fatal error has been detected|There is insufficient memory)/, :java_crash],
      [%i[java_crash], /\\A(?:#|\\[thread \\d+)/, :java_crash],

      [%i[start], STARS, :stars],
      [%i[line_blank], STARS, :stars, :guess],
      [%i[stars], /\\AAPPLICATION FAILED TO START/, :spring],
      [%i[spring], STARS, :spring],
      [%i[spring], CommonRules::BLANK, :spring],
      [%i[spring], CommonRules::INDENTED, :spring],
      [%i[spring], :message, :spring]
    ].freeze
  end
end
`,
  'trace_rules_native.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Panics of Rust, and what C++, Swift and Dart write when they end.
  module NativeRules
    # A line break comes before it, from Rust 1.81 on: that ends what was before.
    PANIC = /\\Athread '.*' (?:\\(\\d+\\) )?panicked at /
    NATIVE = /\\A(?:Aborted|Segmentation fault|\\*\\*\\* |PC: @|Trace\\/breakpoint trap|={3,}\\ |@ +0x|\\S+\\(.*\\)\\s?\\[0x)/

    ROWS = [
      [%i[start blank], PANIC, :rust],
      [%i[line_blank], PANIC, :line, :apart],
      [%i[rust], /\\A(?!#{CommonRules::RECORD})/, :rust_message],
      [%i[rust_message], CommonRules::INDENTED, :rust_message],
      [%i[rust_message rust_trace], CommonRules::BLANK, :rust_message, :guess],
      [%i[rust rust_message], /\\Astack backtrace:\\s*\\z/, :rust_trace],
      [%i[rust_trace], CommonRules::INDENTED, :rust_trace],
      [%i[rust rust_message rust_trace], /\\Anote: /, :rust_note],
      [%i[rust_note], /\\A(?:note: |thread caused non-unwinding panic)/, :rust_note],
      [%i[rust_message], :message, :rust_message, :guess],
      [%i[start blank], /\\Athread '.*' .*has overflowed its stack/, :rust_overflow],
      [%i[rust_overflow], /\\Afatal runtime error: /, :rust_overflow, :done],

      [%i[start], /\\A(?:terminate called |\\*\\*\\* (?:Error in|Aborted at|SIG))/, :native],
      [%i[line], /\\A\\*\\*\\* Check failure stack trace: \\*\\*\\*/, :native],
      [%i[native], CommonRules::INDENTED, :native],
      [%i[native], NATIVE, :native],
      [%i[start ruler], /\\A==\\d+==ERROR: /, :sanitizer],
      [%i[sanitizer], /\\A==\\d+==ABORTING/, :sanitizer, :done],
      [%i[sanitizer], /\\A(?!#{CommonRules::RECORD})/, :sanitizer],

      [%i[error trace], /\\A\\d+ +\\S+ +0x\\h+ /, :trace],
      [%i[start], /\\AUnhandled exception:\\s*\\z/, :dart],
      [%i[dart], :message, :dart_message],
      [%i[dart_message], :message, :dart_message, :guess],
      [%i[dart dart_message], /\\A#0 /, :trace]
    ].freeze
  end
end
`,
  'trace_rules_node.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Errors of Node.js, Deno and Bun.
  module NodeRules
    # Where it was thrown, alone in a line; the source, a caret and the error follow.
    PLACE = %r{\\A(?:\\S+\\.[cm]?[jt]sx?|node:\\S+|\\[eval\\]\\S*|evalmachine\\.<anonymous>|/\\S+|file://\\S+):\\d+\\s*\\z}
    CARET = /\\A\\s*\\^+\\s*\\z/
    TIP = /\\A\\(Use \`\\S+ --trace-/
    WARNING = /\\A\\(node:\\d+\\) /
    TRAILER = /\\A(?:Node\\.js v\\d|Bun v\\d)/
    V8 = /\\A(?:\\[\\d+:0x|<--- |FATAL ERROR: |----- |\\s|\\z|\\d+: 0x|==== |Security context: )/

    ROWS = [
      [%i[start], PLACE, :node_place],
      [%i[node_place], /\\A.*\\S/, :node_source, :guess],
      [%i[node_source], CARET, :node_caret],
      [%i[node_caret], CommonRules::BLANK, :node_caret],
      [%i[node_caret], /\\A(?!#{CommonRules::RECORD})\\S/, :error],
      [%i[line error error_blank trace trace_blank node_warning], TIP, :trace],
      [%i[error error_blank trace trace_blank text text_blank], TRAILER, :trace, :done],

      [%i[start], WARNING, :node_warning],
      [%i[node_warning], CommonRules::FRAME, :trace],
      [%i[node_warning], CommonRules::INDENTED, :node_warning],
      [%i[node_warning], :message, :node_warning, :guess],

      [%i[error error_message guessed], /\\ARequire stack:\\s*\\z/, :node_require],
      [%i[node_require], /\\A- /, :node_require],
      [%i[node_require], CommonRules::FRAME, :trace],

      [%i[start blank line_blank], /\\A<--- Last few GCs --->/, :v8],
      [%i[v8], V8, :v8]
    ].freeze
  end
end
`,
  'trace_rules_python.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Tracebacks of Python, their chains, groups, notes and warnings.
  module PythonRules
    HEAD = /\\ATraceback \\(most recent call (?:last|first)\\)/
    GROUP = /\\A *\\+ Exception Group Traceback/
    FILE = /\\A[ \\t]+File "[^"]*", line \\d+/
    LINK = /\\A(?:During handling of the above exception|The above exception was the direct cause)/
    # The first line at the margin, whatever its name (KeyboardInterrupt, DoesNotExist, requests.ConnectTimeout).
    EXCEPTION = /\\A(?!#{CommonRules::RECORD})[A-Za-z_][\\w.<>]*(?=:|\\s*\\z| \\()/
    DETAIL = /\\A(?:\\[SQL:\\ |\\[parameters:\\ |\\(Background\\ on\\ this\\ error|LINE\\ \\d+:\\ |DETAIL:\\ |HINT:\\ |CONTEXT:\\ |
      QUERY:\\ |Reason:\\ |HTTP\\ response\\ (?:headers|body):\\ |={3,}\\ logs\\ ={3,}|Call\\ log:)/x
    # What asyncio writes of what it found, between its log line and the traceback.
    CONTEXT = /\\A(?:future|handle|task|protocol|transport|client_session|connector|connections|source_traceback): ?/
    THREAD = /\\A(?:(?:Current t|T)hread 0x|<no Python frame>|Python runtime state|Extension modules: )/

    ROWS = [
      [%i[start line text line_context], HEAD, :python],
      [%i[start line text line_context], GROUP, :python_group],
      [%i[start line text], FILE, :python],
      [%i[line line_context], CONTEXT, :line_context],
      [%i[start], /\\AFatal Python error: /, :python_dump],

      [%i[python], CommonRules::INDENTED, :python],
      [%i[python], /#{EXCEPTION}.*\\d+ validation errors? for /, :pydantic],
      [%i[python], /#{EXCEPTION}.*:\\s*\\z/, :python_open],
      [%i[python], EXCEPTION, :python_error],
      # Ruby before 3.0 on a terminal.
      [%i[python], /\\A\\S+:\\d+:in [\`']/, :ruby],

      # A message that ends with a colon goes on in the next line.
      [%i[python_open], :message, :python_error],
      [%i[python_error python_open], CommonRules::INDENTED, :python_error],
      [%i[python_error python_open python_blank], DETAIL, :python_error],
      [%i[python_error python_open], CommonRules::CLOSER, :python_error],
      [%i[python_error python_blank], /\\ACall stack:\\s*\\z/, :python_calls],
      [%i[python_error], /\\AStacktrace:\\s*\\z/, :trace],
      [%i[python_calls], CommonRules::INDENTED, :python_calls],
      [%i[python_calls], /\\AMessage: /, :python_calls],
      [%i[python_calls], /\\AArguments: /, :python_calls, :done],
      [%i[python_error python_open python_blank pydantic python_group], CommonRules::BLANK, :python_blank],
      [%i[python_error python_blank python_group], LINK, :python_link],
      [%i[python_blank], CommonRules::INDENTED, :python_group],
      [%i[python_link], CommonRules::BLANK, :python_link],
      [%i[python_link], HEAD, :python],
      [%i[python_link], GROUP, :python_group],
      [%i[python_group], CommonRules::INDENTED, :python_group],

      [%i[pydantic], /\\A[\\w.\\[\\]-]+\\s*\\z/, :pydantic_field, :guess],
      [%i[pydantic pydantic_field], CommonRules::INDENTED, :pydantic],

      [%i[python_dump], CommonRules::INDENTED, :python_dump],
      [%i[python_dump], CommonRules::BLANK, :python_dump],
      [%i[python_dump python_blank], THREAD, :python_dump],

      # The text of a message or a note with line breaks often stands in the source code above.
      [%i[python_error python_open python_blank], /\\A\\S/, :python_error, :quoted]
    ].freeze
  end
end
`,
  'trace_rules_scripts.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Backtraces of Ruby, which stand at the margin, and of PHP.
  module ScriptRules
    # A frame ends with the name of its method; behind it, the first line of an uncaught exception has the message.
    FRAME = /\\A(?:\\S+:\\d+:in [\`'].*'|\\S+\\.(?:rb|ru|erb|haml|slim):\\d+)\\s*\\z/
    UNCAUGHT = /\\A\\S+:\\d+:in [\`'].*': /
    # Raised while another was rescued: the cause follows, with a first line of its own.
    WRAPPED = /\\A(?:\\s+from )?\\S+:\\d+:in [\`'][\\w:.#]*rescue in /
    MONOLOG_END = /\\A"\\}[\\s\\[\\]{}"\\w:,]*\\z/

    ROWS = [
      [%i[line text error error_blank error_message guessed ruby ruby_blank], FRAME, :ruby],
      [%i[start], WRAPPED, :ruby_wrapped],
      [%i[start ruby_wrapped ruby_thread], UNCAUGHT, :ruby_error],
      [%i[start], /\\A\\S+\\.rb:\\d+: .*\\(SyntaxError\\)\\s*\\z/, :ruby_error],
      [%i[start], /\\A#<Thread:0x\\h+/, :ruby_thread],
      [%i[ruby_error ruby], WRAPPED, :ruby_wrapped],
      [%i[ruby_error ruby_wrapped], /\\A\\s+from \\S/, :ruby],
      [%i[ruby_error ruby_wrapped ruby ruby_blank], CommonRules::INDENTED, :ruby],
      [%i[ruby_error], CommonRules::BLANK, :ruby_error, :guess],
      [%i[ruby_error], /\\A(?:Did you mean\\?|> ?\\d+ \\| )/, :ruby_error],
      [%i[ruby_error], :message, :ruby_error, :guess],
      [%i[ruby ruby_blank], CommonRules::BLANK, :ruby_blank],
      [%i[ruby ruby_blank], CommonRules::CAUSE, :cause],

      [%i[line error error_message error_blank guessed], /\\A(?:PHP )?Stack trace:\\s*\\z|\\A\\[stacktrace\\]|\\A#0 /, :php],
      [%i[php php_blank], /\\A(?:#\\d+ |Stack trace:|\\[stacktrace\\]|\\[previous exception\\]|PHP +\\d+\\. )/, :php],
      [%i[php], CommonRules::INDENTED, :php],
      [%i[php php_blank], CommonRules::BLANK, :php_blank],
      [%i[php php_blank], /\\ANext \\S+: /, :php],
      [%i[php], MONOLOG_END, :php, :done]
    ].freeze
  end
end
`,
};
