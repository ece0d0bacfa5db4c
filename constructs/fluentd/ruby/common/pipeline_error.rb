# frozen_string_literal: true

module Efk
  # Marks a record whose content was changed or withheld on its way, in the words of the Elastic Common Schema, so that
  # people find it: `event.kind : pipeline_error`.
  module PipelineError
    EVENT = { 'kind' => 'pipeline_error' }.freeze

    module_function

    # +why+ comes behind what stands there already; the same once.
    def mark(record, why)
      record['event'] = EVENT
      before = record['error']
      reasons = before.is_a?(Hash) ? before['message'].to_s.split('; ') : []
      record['error'] = { 'message' => (reasons | [why]).join('; ') }
      record
    end
  end
end
