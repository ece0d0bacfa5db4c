# frozen_string_literal: true

require_relative 'conditions'
require_relative 'dropped_records'

module Efk
  # Drops records that fulfil all conditions of a rule, counted by treatment and reason.
  class Drop
    CONFIG = proc do
      config_section :drop, multi: true, param_name: :drops do
        desc 'Why, as a label of the metric.'
        config_param :reason, :string
        desc 'Fields of the record, and what each must be.'
        config_param :where, :hash
      end
    end

    # Fields that are there before a message is parsed.
    EARLY = /\A(?:message|stream|kubernetes(?:\..+)?)\z/

    def self.steps(section)
      section.drops.reject { |rule| early?(rule) }.map { |rule| of(rule, section) }
    end

    # Whether the rule can be asked before a message is parsed, which costs more than most rules.
    def self.early?(rule) = rule.where.keys.all?(EARLY)

    def self.of(rule, section)
      new(section.name, rule.reason, Conditions.new(rule.where))
    end

    def initialize(treatment, reason, conditions)
      @conditions = conditions
      @dropped = DroppedRecords.new(treatment, reason)
    end

    def call(record, _time)
      return record unless @conditions.fulfilled?(record)

      @dropped.count(record)
      nil
    end
  end

  # Those rules by which a record is dropped before its message is parsed.
  module EarlyDrop
    CONFIG = proc {}

    def self.steps(section)
      section.drops.select { |rule| Drop.early?(rule) }.map { |rule| Drop.of(rule, section) }
    end
  end
end
