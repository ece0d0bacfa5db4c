# frozen_string_literal: true

require_relative '../promotion/log_levels'
require_relative 'field'
require_relative 'level_in_text'

module Efk
  # Writes `log.level` in the words of the Elastic Common Schema: from a field or from where programs write it, from the
  # beginning of a text, or else a level that holds for lines without one.
  class Level
    LEVELS = LogLevels::WORDS.keys.freeze
    # What a number means, by the world that it is of.
    NUMBERS = { pino: LogLevels::BY_NUMBER, python: LogLevels::OF_PYTHON, syslog: LogLevels::NUMBERS_OF_SYSLOG,
                opentelemetry: LogLevels::OF_OPENTELEMETRY }.freeze
    # Where a level may be that was not promoted, since it is no usual word.
    FIELDS = %w[json.log.level json.level json.severity json.levelname json.lvl].freeze

    CONFIG = proc do
      config_section :level, multi: false, param_name: :level do
        desc 'Name of the field that has the level; those in which it usually is when left out.'
        config_param :field, :string, default: nil
        desc 'What numbers in the field mean.'
        config_param :numbers, :enum, list: %i[pino python syslog opentelemetry], default: nil
        desc 'Levels by other words.'
        config_param :words, :hash, default: {}
        desc 'Whether the level is looked for at the beginning of a message that has none in its fields.'
        config_param :text, :bool, default: false
        desc 'Level of what has none.'
        config_param :default, :enum, list: LEVELS.map(&:to_sym), default: nil
      end
    end

    def self.steps(section)
      section.level ? [new(section.level, ['log.level', *FIELDS])] : []
    end

    def initialize(section, fields)
      @words = LevelWords.new(section)
      @fields = fields.map { |name| Field.new(name) }
      @text = section.text
      @default = section.default&.to_s.freeze
    end

    def call(record, _time)
      level = @words.of_fields(record, @fields) || (LevelInText.of(record['message'], @words.own) if @text) || @default
      put(record, level) if level
      record
    end

    private

    def put(record, level)
      log = record['log']
      return log['level'] = level if log.is_a?(Hash) && !log.frozen?

      record['log'] = log.is_a?(Hash) ? log.merge('level' => level) : { 'level' => level }
    end
  end

  # The same from a field or of numbers that somebody knows better than the promotion, before it.
  class LevelOfField < Level
    CONFIG = proc {}

    def self.steps(section)
      level = section.level
      return [] unless level&.field || level&.numbers

      [new(level, level.field ? [level.field] : FIELDS)]
    end

    def call(record, _time)
      level = @words.of_fields(record, @fields)
      put(record, level) if level
      record
    end
  end

  # What words and numbers mean.
  class LevelWords
    # Levels by words of a team, in lower case.
    attr_reader :own

    def initialize(section)
      @own = section.words.transform_keys(&:downcase).freeze
      @numbers = section.numbers ? Level::NUMBERS.fetch(section.numbers) : LogLevels::BY_NUMBER
    end

    # The first level that is in the fields; nil if there is none.
    def of_fields(record, fields)
      fields.each do |field|
        level = of(field.get(record))
        return level if level
      end
      nil
    end

    private

    def of(value)
      case value
      when Integer then @numbers[value]
      when /\A\d{1,3}\z/ then @numbers[value.to_i]
      when String then @own[value.downcase] || LogLevels::OF[value]
      end
    end
  end
end
