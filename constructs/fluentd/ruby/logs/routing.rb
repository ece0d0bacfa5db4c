# frozen_string_literal: true

require_relative 'selection'

module Efk
  # Which route and which treatment a container has. Both are looked up by the name of its namespace first, so that a
  # thousand of them cost what one does, and are remembered: a container is asked for whenever its folder is seen.
  class Routing
    # Containers that are remembered; a node has far fewer at a time.
    KNOWN = 10_000

    # The section of the route, or nil if its logs are not read, and the name of the treatment, or nil.
    Way = Struct.new(:route, :treatment)

    # +routes+ and +treatments+ are sections of the configuration.
    def initialize(routes, treatments)
      @treatments = FirstSelected.new(treatments)
      @routes = routes
      @rest = rest
      @of_treatment = by(&:treatments)
      @globs, names = by(&:namespaces).partition { |name, _| name.match?(/[*?]/) }
      @of_namespace = names.to_h
      @ways = {}
    end

    def of(namespace, container)
      @ways.clear if @ways.size > KNOWN
      @ways[[namespace, container]] ||= way(namespace, container)
    end

    private

    def rest
      left = @routes.select { |route| route.namespaces.nil? && route.treatments.nil? }
      raise Fluent::ConfigError, 'at most one route can take all that is left' if left.size > 1

      left.first
    end

    def by
      @routes.flat_map { |route| (yield(route) || []).product([route]) }.to_h
    end

    def way(namespace, container)
      treatment = @treatments.name(namespace, container)
      route = @of_treatment[treatment] || @of_namespace[namespace] || of_glob(namespace) || @rest
      Way.new(route, treatment).freeze
    end

    def of_glob(namespace)
      @globs.find { |glob, _| File.fnmatch?(glob, namespace) }&.last
    end
  end

  # Of selections in their order the first that means a container.
  class FirstSelected
    # +sections+ are those of the configuration.
    def initialize(sections)
      @by_namespace = Hash.new([].freeze)
      @others = []
      sections.each_with_index do |section, order|
        add([order, section.name.dup.freeze, Selection.of(section)], section.namespaces)
      end
    end

    # Its name, or nil.
    def name(namespace, container)
      found = [@by_namespace[namespace], @others].filter_map do |candidates|
        candidates.find { |_, _, selection| selection.matches?(namespace, container) }
      end
      found.min_by(&:first)&.at(1)
    end

    private

    # By the names of its namespaces, if it has no others.
    def add(candidate, names)
      return @others << candidate if names.nil? || names.any? { |name| name.match?(/[*?]/) }

      names.uniq.each { |name| @by_namespace[name] += [candidate] }
    end
  end
end
