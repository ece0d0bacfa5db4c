# frozen_string_literal: true

require_relative '../promotion/log_levels'

module Efk
  # The level at the beginning of a line of text, where programs write it: as a word in capitals or brackets, with a
  # colon behind it, as `level=warn`, or as the letter of klog, glog and Ruby's Logger.
  module LevelInText
    # Where it stands in all that is known. In bytes.
    SEEN = 200
    WORD = LogLevels::WORDS.values.flatten.select { |word| word.size > 2 }.join('|')
    LETTERS = { 'T' => 'trace', 'D' => 'debug', 'I' => 'info', 'W' => 'warn', 'E' => 'error', 'F' => 'fatal' }.freeze
    LETTER = /\A([TDIWEF])(?:\d{4} \d\d:|, \[)/
    COLOUR = /\e\[[\d;]*m/
    # In any case where nothing else is written like that; in capitals anywhere else.
    PAIR = /(?:\A|[\s{,|])(?:level|lvl|severity|log\.level)=["']?([A-Za-z]{1,12})\b/
    BRACKET = /[\[<(] ?(?:\w{1,32}:)?(#{WORD}) ?[\])>]/i
    COLON = /(?:\A|\d ?)(#{WORD}|fail): /i
    CAPITALS = /(?:\A|[\s|:(-])(#{WORD.upcase})(?=[\s|:),-]|\z)/
    PLACES = [PAIR, BRACKET, COLON, CAPITALS].freeze
    OTHERS = { 'fail' => 'error' }.freeze

    module_function

    # Nil if there is none; +words+ are levels by other words in lower case, for `level=`, brackets and capitals alike.
    def of(message, words = {})
      return unless message.is_a?(String)

      head = readable(message)
      letter = LETTER.match(head)
      return LETTERS[letter[1]] if letter

      PLACES.each do |pattern|
        level = level_at(pattern, head, words)
        return level if level
      end
      nil
    end

    def level_at(pattern, head, words)
      word = pattern.match(head)&.[](1)&.downcase
      words[word] || OTHERS[word] || LogLevels::BY_WORD[word] if word
    end

    def readable(message)
      head = message.byteslice(0, SEEN).force_encoding(Encoding::UTF_8)
      head = head.scrub unless head.valid_encoding?
      head = head[/\A.*/]
      head.include?("\e") ? head.gsub(COLOUR, '') : head
    end
  end
end
