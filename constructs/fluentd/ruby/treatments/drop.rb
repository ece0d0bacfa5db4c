# frozen_string_literal: true

require_relative '../common/metrics'
require_relative 'conditions'

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

    def self.steps(section)
      section.drops.map { |rule| new(section.name, rule.reason, Conditions.new(rule.where)) }
    end

    def initialize(treatment, reason, conditions)
      @conditions = conditions
      @labels = { treatment: treatment, reason: reason }
      @dropped = Metrics.counter(:fluentd_treatments_dropped_records_total, 'Records that a rule dropped.',
                                 %i[treatment reason])
      @dropped.init_label_set(@labels)
    end

    def call(record, _time)
      return record unless @conditions.fulfilled?(record)

      @dropped.increment(labels: @labels)
      nil
    end
  end
end
