# frozen_string_literal: true

require_relative '../common/failures'
require_relative '../common/pipeline_error'
require_relative '../promotion/promotion'
require_relative 'drop'
require_relative 'fields'
require_relative 'level'
require_relative 'max_message'
require_relative 'parse'
require_relative 'rate_limit'
require_relative 'redact'
require_relative 'sample'
require_relative 'time_of_field'

module Efk
  # What is done to the records of a treatment: its options in the order in which they take effect.
  class Treatment
    # Each has CONFIG, which declares its part of the section of a treatment, and +steps+, which makes of the section
    # what is called with a record and returns it, or nil to drop it.
    #
    # What reads what every record has: the cheapest first.
    BEFORE_FIELDS = [EarlyDrop, RateLimit].freeze
    # What reads the fields of a message, which are parsed for the first of them that is used.
    OF_FIELDS = [Level, TimeOfField, Drop, Sample, Fields, Redact].freeze
    # What is done last, to all that is left.
    AFTER_FIELDS = [MaxMessage].freeze

    OPTIONS = [*BEFORE_FIELDS, Parse, *OF_FIELDS, *AFTER_FIELDS].freeze

    FAILED = 'the treatment failed'

    # Without +promote+ all fields of a message stay below `json`.
    def initialize(section, log, promote: true)
      @name = section.name
      @log = log
      @steps = steps_of(section, promote)
      @steps.each { |step| step.report_to(log) if step.respond_to?(:report_to) }
      @withheld = Redact.guard(section)
    end

    # Returns the treated record; nil if it is not to be stored.
    def apply(record, time)
      @steps.each { |step| record = step.call(record, time) or return nil }
      record
    rescue *FAILURES => e
      failed(record, e)
    end

    private

    def steps_of(section, promote)
      before, of_fields, after = [BEFORE_FIELDS, OF_FIELDS, AFTER_FIELDS].map do |options|
        options.flat_map { |option| option.steps(section) }
      end
      fields = of_fields.any? || section.parsers.any? ? fields_of(section, promote) : []
      [*before, *fields, *of_fields, *after]
    end

    # What makes the fields of a message. A level that is named comes before the promotion, which knows others.
    def fields_of(section, promote)
      promotion = Promotion.new.method(:promote) if promote
      [*Parse.steps(section), *LevelOfField.steps(section), *(->(record, _) { promotion.call(record) } if promotion)]
    end

    # Nothing of its content gets into Fluentd's log.
    def failed(record, error)
      went_on = @withheld ? 'with its content withheld' : 'without it'
      @log.error "a treatment failed, and the record went on #{went_on}", treatment: @name, error: error.class,
                                                                          at: error.backtrace&.first
      PipelineError.mark(@withheld ? @withheld.of(record) : record, FAILED)
    end
  end
end
