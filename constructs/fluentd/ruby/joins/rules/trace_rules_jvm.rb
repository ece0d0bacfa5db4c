# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # What only the JVM and its frameworks write: thread dumps, crashes, java.util.logging, Spring Boot.
  module JvmRules
    # JDK 20 and later write a narrow no-break space before AM.
    LOGGING = /\A[A-Z][a-z]{2} \d{1,2}, \d{4},? \d{1,2}:\d\d:\d\d\D{1,3}[AP]M /
    DUMP = /\A(?:"|\s|\z|Threads\ class\ SMR\ info:|_java_thread_list=|0x|\}|JNI\ global\ |Found\ (?:one|\d+)\ |={3,}|
      Java\ stack\ information|Heap\b)/x
    STARS = /\A\*{3,}\s*\z/

    # Dropwizard writes an exclamation mark before every line of a trace.
    MARKED = /\A! (?:at |(?:[a-z_]\w*\.)+[A-Z])/

    ROWS = [
      [%i[start line], MARKED, :java_marked],
      [%i[java_marked], /\A(?:!|Caus(?:ed|ing) by: !|Causing: )/, :java_marked],
      [%i[start], LOGGING, :java_logging],
      [%i[java_logging], /\A[A-Z]{3,}: /, :line],

      [%i[start line], /\AFull thread dump /, :java_dump],
      [%i[java_dump], DUMP, :java_dump],
      [%i[start], /\A#\s*\z/, :hash],
      [%i[start hash], /\A# (?:A fatal error has been detected|There is insufficient memory)/, :java_crash],
      [%i[java_crash], /\A(?:#|\[thread \d+)/, :java_crash],

      [%i[start], STARS, :stars],
      [%i[line_blank], STARS, :stars, :guess],
      # The third line of Spring Boot's banner stands at the margin.
      [%i[text], /\A\( \( \)\\___ /, :text],
      [%i[stars], /\AAPPLICATION FAILED TO START/, :spring],
      [%i[spring], STARS, :spring],
      [%i[spring], CommonRules::BLANK, :spring],
      [%i[spring], CommonRules::INDENTED, :spring],
      [%i[spring], :message, :spring]
    ].freeze
  end
end
