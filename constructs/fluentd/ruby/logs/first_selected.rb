# frozen_string_literal: true

require_relative 'selection'

module Efk
  # Of selections in their order those that may be the first that means a container.
  class FirstSelected
    # +sections+ are those of the configuration.
    def initialize(sections)
      @by_namespace = Hash.new([].freeze)
      @others = []
      sections.each_with_index do |section, order|
        add([order, section.name.dup.freeze, Selection.of(section)], section.namespaces)
      end
    end

    # Pairs of a name and what Selection#of says: those that depend on labels, up to the first that does not.
    def of(namespace, container)
      found = [@by_namespace[namespace], @others].flat_map { |candidates| among(candidates, namespace, container) }
      found.sort_by!(&:first)
      sure = found.index { |_, _, condition| condition == true }
      found.first(sure ? sure + 1 : found.size).map { |_, name, condition| [name, condition] }
    end

    private

    def among(candidates, *names)
      candidates.each_with_object([]) do |(order, name, selection), found|
        condition = selection.of(*names)
        found << [order, name, condition] if condition
        break found if condition == true
      end
    end

    # By the names of its namespaces, if it has no others.
    def add(candidate, names)
      return @others << candidate if names.nil? || names.any? { |name| name.match?(/[*?]/) }

      names.uniq.each { |name| @by_namespace[name] += [candidate] }
    end
  end
end
