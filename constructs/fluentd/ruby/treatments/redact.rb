# frozen_string_literal: true

require_relative 'pattern'
require_relative 'redaction/cut_ends'
require_relative 'redaction/known_detectors'
require_relative 'redaction/redacted_record'
require_relative 'redaction/withheld'
require_relative 'treated_records'

module Efk
  # Redacts what must not be stored, in the message and in all fields, counted by pattern. What cannot be redacted is
  # withheld.
  class Redact
    CONFIG = proc do
      desc 'The key of hashes.'
      config_param :redaction_key, :string, default: nil, secret: true
      config_section :redact, multi: true, param_name: :redactions do
        desc 'What is redacted: a name that is known, or one for `matches`.'
        config_argument :pattern, :string
        desc 'A regular expression, for what is not known by name.'
        config_param :matches, :string, default: nil
        desc 'What stands for it.'
        config_param :with, :enum, list: %i[mask hash], default: :mask
      end
    end

    def self.steps(section)
      section.redactions.empty? ? [] : [new(section.name, section.redactions.map { |each| rule(each, section) })]
    end

    # What withholds the content of a record that fails before it is redacted; nil if nothing is.
    def self.guard(section)
      Withheld.new(section.name) unless section.redactions.empty?
    end

    def self.rule(redaction, section)
      own = redaction.matches
      detectors = own ? [Detector.new(Pattern.compile(own))] : known(redaction.pattern)
      key = key(section) if redaction.with == :hash
      RedactedTexts::Rule.new(redaction.pattern, detectors, key, own.nil?)
    end

    def self.known(name)
      KnownDetectors::BY_NAME.fetch(name) do
        raise Fluent::ConfigError,
              "what is redacted must be one of #{KnownDetectors::BY_NAME.keys.join(', ')}, got #{name}"
      end
    end

    # Short keys can be guessed.
    def self.key(section)
      key = section.redaction_key.to_s
      return key if key.bytesize >= 32

      raise Fluent::ConfigError, 'redaction_key must have at least 32 bytes, for hashes'
    end
    private_class_method :rule, :known, :key

    def initialize(treatment, rules)
      @rules = rules
      @ends = CutEnds.new(keys: rules.any? { |rule| rule.name == 'privateKey' })
      @redacted = rules.to_h { |rule| [rule.name, redacted(treatment, rule.name)] }
    end

    def call(record, _time)
      message = record['message']
      if message.is_a?(String)
        record['message'] = @ends.message(record, Pattern.text(message)) { count(record, 'privateKey') }
      end
      redacted = RedactedRecord.new(record, @rules)
      redacted.call
      redacted.found.each { |name| count(record, name) }
      record
    end

    private

    def redacted(treatment, pattern)
      TreatedRecords.new(:fluentd_treatments_redacted_total, 'Records in which a pattern was redacted.', treatment,
                         pattern: pattern)
    end

    def count(record, name)
      @redacted[name].count(record)
    end
  end
end
