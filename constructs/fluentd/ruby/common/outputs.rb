# frozen_string_literal: true

require 'fluent/engine'

module Efk
  # The outputs of this process: those of all labels, and those within others, as `copy` has them.
  module Outputs
    module_function

    def all
      root = Fluent::Engine.root_agent
      [root, *root.labels.values].flat_map(&:outputs).flat_map { |output| with_inner(output) }
    end

    def with_inner(output)
      [output, *(output.outputs.flat_map { |inner| with_inner(inner) } if output.respond_to?(:outputs))]
    end
  end
end
