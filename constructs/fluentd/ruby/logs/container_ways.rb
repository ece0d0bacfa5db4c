# frozen_string_literal: true

require_relative 'routing'

module Efk
  # The ways of the runs of containers that are on a node.
  class ContainerWays
    # Those of the node itself. What watches its pods and keeps their labels comes with the filter pod_metadata.
    def self.of_node(routing, labels_file, log)
      keys = routing.labels
      new(routing, keys.empty? ? nil : PodLabels.new(keys, labels_file, PodWatch.of_node, log))
    end

    # +labels+ are a PodLabels, if anything is selected by labels.
    def initialize(routing, labels = nil)
      @routing = routing
      @labels = labels
    end

    # The way of a run, or nil while it is not known.
    def of(run)
      @routing.of(run.namespace, run.container) { @labels.of(run.uid) }
    end

    # Keeps what decided on the ways of these runs.
    def keep(runs)
      @labels&.keep(runs.to_set(&:uid))
    end
  end
end
