# frozen_string_literal: true

require_relative '../common/pipeline_error'
require_relative 'drop'

module Efk
  # What is done to the records of a treatment: its options in the order in which they take effect.
  class Treatment
    # The cheapest first, and what reads fields after what makes them. Each has CONFIG, which declares its section, and
    # +steps+, which makes of the section of a treatment what is called with a record and returns it, or nil to drop it.
    OPTIONS = [Drop].freeze

    # Deep data and large data raise what is no StandardError, which would stop the process.
    FAILURES = [StandardError, SystemStackError, NoMemoryError].freeze

    FAILED = 'the treatment failed'

    def initialize(section, log)
      @name = section.name
      @log = log
      @steps = OPTIONS.flat_map { |option| option.steps(section) }
    end

    # Returns the treated record; nil if it is not to be stored.
    def apply(record, time)
      @steps.each { |step| record = step.call(record, time) or return }
      record
    rescue *FAILURES => e
      failed(record, e)
    end

    private

    # Nothing of its content gets into Fluentd's log.
    def failed(record, error)
      @log.error 'a treatment failed, and the record went on without it', treatment: @name, error: error.class,
                                                                          at: error.backtrace&.first
      PipelineError.mark(record, FAILED)
    end
  end
end
