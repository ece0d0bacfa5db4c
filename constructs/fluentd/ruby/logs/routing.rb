# frozen_string_literal: true

require_relative 'first_selected'
require_relative 'way_choice'

module Efk
  # Which route and which treatment a container has. Both are looked up by the name of its namespace first, so that a
  # thousand of them cost what one does, and what names say is remembered: it is asked for whenever a folder is seen.
  class Routing
    CONFIG = proc do
      desc 'Names and globs of namespaces whose logs it takes; without these, treatments and labels, all that are left.'
      config_param :namespaces, :array, value_type: :string, default: nil
      desc 'Names of treatments whose logs it takes, whatever their namespace.'
      config_param :treatments, :array, value_type: :string, default: nil
      desc 'Globs by labels of the pods, in its namespaces, whose logs it takes; of each label one must match.'
      config_param :labels, :hash, default: nil
    end

    # Containers that are remembered; a node has far fewer at a time.
    KNOWN = 10_000

    # +routes+ and +treatments+ are sections of the configuration.
    def initialize(routes, treatments)
      @treatments = FirstSelected.new(treatments)
      @routes = routes
      @rest = rest
      @of_treatment = by(routes, &:treatments)
      file(routes)
      asked = treatments.flat_map { |section| [section.labels, section.except_labels] } + routes.map(&:labels)
      @labels = asked.compact.flat_map(&:keys).uniq
      @choices = {}
    end

    # The labels of pods that are asked for.
    attr_reader :labels

    # The way of a container. If it depends on the labels of its pod the block gives them, and there is none as long as
    # that gives nil.
    def of(namespace, container)
      choice = choice(namespace, container)
      choice.fixed || yield&.then { |labels| choice.way(labels) }
    end

    # Whether a container may have a route.
    def reads?(namespace, container)
      choice(namespace, container).routed?
    end

    private

    def rest
      left = @routes.select { |route| route.namespaces.nil? && route.treatments.nil? && route.labels.nil? }
      raise Fluent::ConfigError, 'at most one route can take all that is left' if left.size > 1

      left.first
    end

    def file(routes)
      labelled, others = routes.partition(&:labels)
      @by_labels = labelled.map { |route| [route, LabelCondition.new(route.labels, nil, false)] }
      @globs, names = by(others, &:namespaces).partition { |name, _| name.match?(/[*?]/) }
      @of_namespace = names.to_h
    end

    def by(routes)
      routes.flat_map { |route| (yield(route) || []).product([route]) }.to_h
    end

    def choice(namespace, container)
      @choices.clear if @choices.size > KNOWN
      @choices[[namespace, container]] ||= WayChoice.new(
        @treatments.of(namespace, container), by_labels(namespace),
        @of_namespace[namespace] || of_glob(namespace) || @rest
      ) { |treatment| @of_treatment[treatment] }
    end

    def by_labels(namespace)
      @by_labels.select do |route, _|
        route.namespaces.nil? || route.namespaces.any? { |glob| File.fnmatch?(glob, namespace) }
      end
    end

    def of_glob(namespace)
      @globs.find { |glob, _| File.fnmatch?(glob, namespace) }&.last
    end
  end
end
