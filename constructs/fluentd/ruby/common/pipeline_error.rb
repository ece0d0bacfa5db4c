# frozen_string_literal: true

module Efk
  # Marks a record whose content was changed or withheld on its way, in the words of the Elastic Common Schema, so that
  # people find it: `event.kind : pipeline_error`.
  module PipelineError
    EVENT = { 'kind' => 'pipeline_error' }.freeze

    module_function

    # +why+ comes behind what stands there already; the same once.
    def mark(record, why)
      record['event'] = object(record['event']).merge(EVENT)
      message = (reasons(record).split('; ') | [why]).join('; ')
      record['error'] = object(record['error']).merge('message' => message)
      record
    end

    def marked?(record)
      object(record['event'])['kind'] == EVENT['kind']
    end

    def reasons(record)
      object(record['error'])['message'].to_s
    end

    def object(value)
      value.is_a?(Hash) ? value : {}
    end
  end
end
