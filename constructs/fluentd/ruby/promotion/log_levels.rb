# frozen_string_literal: true

module Efk
  # The level of a log in the lower-case words of the Elastic Common Schema, from the words, letters and numbers of
  # programs. Numbers mean what they mean in the world of the key: 3 is debug or error, or a number of something else.
  module LogLevels
    # As OpenTelemetry equates them: https://opentelemetry.io/docs/specs/otel/logs/data-model-appendix/
    WORDS = {
      'trace' => %w[trace trc tra t finest silly],
      'debug' => %w[debug dbg deb d fine finer config verbose verb v http],
      'info' => %w[info inf information informational i log],
      'notice' => %w[notice note n],
      'warn' => %w[warn warning wrn w],
      'error' => %w[error err eror e severe dpanic],
      'critical' => %w[critical crit c],
      'alert' => %w[alert],
      'emergency' => %w[emergency emerg],
      'fatal' => %w[fatal ftl fat f panic]
    }.freeze
    LONGEST = 40
    COLOUR = /\e\[[\d;]*m/

    BY_WORD = WORDS.flat_map do |level, words|
      words.flat_map { |word| [word, word.upcase, word.capitalize].map { |form| [form.freeze, level.freeze] } }
    end.to_h.freeze

    # Pino, bunyan, and Monolog, whose numbers begin where theirs end.
    # https://github.com/pinojs/pino/blob/main/docs/api.md#logger-level
    # https://github.com/Seldaek/monolog/blob/main/doc/01-usage.md#log-levels
    BY_NUMBER = { 10 => 'trace', 20 => 'debug', 30 => 'info', 40 => 'warn', 50 => 'error', 60 => 'fatal',
                  100 => 'debug', 200 => 'info', 250 => 'notice', 300 => 'warn', 400 => 'error', 500 => 'critical',
                  550 => 'alert', 600 => 'emergency' }.freeze
    # https://docs.python.org/3/library/logging.html#logging-levels
    OF_PYTHON = { 5 => 'trace', 10 => 'debug', 20 => 'info', 30 => 'warn', 40 => 'error', 50 => 'critical' }.freeze
    # https://www.rfc-editor.org/rfc/rfc5424#section-6.2.1
    NUMBERS_OF_SYSLOG = %w[emergency alert critical error warn notice info debug].each_with_index.to_h.invert.freeze
    # https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber
    OF_OPENTELEMETRY = %w[trace debug info warn error fatal].each_with_index.flat_map do |level, index|
      (1..4).map { |step| [(4 * index) + step, level] }
    end.to_h.freeze

    module_function

    # Padded, coloured, in mixed case, or a number as text; nil if it is no level.
    def uncommon(value)
      return unless value.is_a?(String) && value.size <= LONGEST

      word = value.gsub(COLOUR, '').strip
      BY_WORD[word.downcase] || (BY_NUMBER[word.to_i] if /\A\d{2,3}\z/.match?(word))
    end

    OF = Hash.new { |_, value| uncommon(value) }.merge!(BY_WORD, BY_NUMBER).freeze
    # Severities of syslog may be names too, and numbers text.
    OF_SYSLOG = NUMBERS_OF_SYSLOG.merge(NUMBERS_OF_SYSLOG.transform_keys(&:to_s), BY_WORD).freeze
  end
end
