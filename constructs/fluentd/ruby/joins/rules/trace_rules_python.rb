# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Tracebacks of Python, their chains, groups, notes and warnings.
  module PythonRules
    HEAD = /\ATraceback \(most recent call (?:last|first)\)/
    # logging's stack_info: frames without an exception.
    STACK = /\AStack \(most recent call last\):/
    # A traceback of another process, between two lines of quotes.
    REMOTE = /\A(?:[\w.]+\.)?_?RemoteTraceback: *\z/
    QUOTES = /\A(?:"""|''')\s*\z/
    # A traceback in a frame, as rich and Typer draw it.
    DRAWN = /\A[^\x00-\x7F]{2}.* Traceback \(most recent call last\)/
    GROUP = /\A *\+ Exception Group Traceback/
    FILE = /\A[ \t]+File "[^"]*", line \d+/
    LINK = /\A(?:During handling of the above exception|The above exception was the direct cause)/
    # The first line at the margin, whatever its name (KeyboardInterrupt, DoesNotExist, requests.ConnectTimeout).
    EXCEPTION = /\A(?!#{CommonRules::RECORD})[A-Za-z_][\w.<>]*(?=:|\s*\z)/
    DETAIL = /\A(?:\[SQL:\ |\[parameters:\ |\(Background\ on\ this\ error|LINE\ \d+:\ |DETAIL:\ |HINT:\ |CONTEXT:\ |
      QUERY:\ |Reason:\ |HTTP\ response\ (?:headers|body):\ |={3,}\ logs\ ={3,}|Call\ log:)/x
    # What asyncio writes of what it found, between its log line and the traceback.
    CONTEXT = /\A(?:future|handle|task|protocol|transport|client_session|connector|connections|source_traceback): ?/
    THREAD = /\A(?:(?:Current t|T)hread 0x|<no Python frame>|Python runtime state|Extension modules: )/

    ROWS = [
      [%i[start line text line_context python_created python_remote], HEAD, :python],
      [%i[start line text], STACK, :python_stack],
      [%i[python_stack], CommonRules::INDENTED, :python_stack],
      [%i[python_created], CommonRules::INDENTED, :python_created],
      [%i[start line], REMOTE, :python_remote],
      [%i[python_remote error], QUOTES, :python_remote],
      [%i[python_error python_open], QUOTES, :python_error],
      [%i[start line], DRAWN, :python_drawn],
      [%i[python_drawn], /\A[^\x00-\x7F]/, :python_drawn],
      [%i[start line text line_context], GROUP, :python_group],
      [%i[start], FILE, :python],
      [%i[line text], FILE, :python_created],
      [%i[line line_context], CONTEXT, :line_context],
      [%i[line_context], FILE, :python_created],
      [%i[start], /\AFatal Python error: /, :python_dump],

      [%i[python], CommonRules::INDENTED, :python],
      [%i[python], /#{EXCEPTION}.* validation errors? for /, :pydantic],
      [%i[python], /#{EXCEPTION}.*:\s*\z/, :python_open],
      [%i[python python_created python_drawn], EXCEPTION, :python_error],
      # Ruby before 3.0 on a terminal.
      [%i[python], /\A\S+:\d+:in [`']/, :ruby],

      # A message that ends with a colon goes on in the next line.
      [%i[python_open], :message, :python_error],
      [%i[python_error python_open], /(?!#{FILE})#{CommonRules::INDENTED}/, :python_error],
      [%i[python_error python_open python_blank], DETAIL, :python_error],
      [%i[python_error python_open], CommonRules::CLOSER, :python_error],
      [%i[python_error python_blank], /\ACall stack:\s*\z/, :python_calls],
      [%i[python_error], /\AStacktrace:\s*\z/, :trace],
      [%i[python_calls], CommonRules::INDENTED, :python_calls],
      [%i[python_calls], /\AMessage: /, :python_calls],
      [%i[python_calls], /\AArguments: /, :python_calls, :done],
      [%i[python_error python_open python_blank pydantic python_group], CommonRules::BLANK, :python_blank],
      [%i[python_error python_blank python_group], LINK, :python_link],
      [%i[python_blank], CommonRules::INDENTED, :python_group],
      [%i[python_link], CommonRules::BLANK, :python_link],
      [%i[python_link], HEAD, :python],
      [%i[python_link], GROUP, :python_group],
      [%i[python_group], /(?!#{GROUP})#{CommonRules::INDENTED}/, :python_group],

      [%i[pydantic], /\A[\w.\[\]-]+\s*\z/, :pydantic_field, :guess],
      [%i[pydantic pydantic_field], CommonRules::INDENTED, :pydantic],

      [%i[python_dump], CommonRules::INDENTED, :python_dump],
      [%i[python_dump], CommonRules::BLANK, :python_dump],
      [%i[python_dump python_blank], THREAD, :python_dump],

      # The text of a message or a note with line breaks often stands in the source code above.
      [%i[python_error python_open python_blank], /\A\S/, :python_error, :quoted]
    ].freeze
  end
end
