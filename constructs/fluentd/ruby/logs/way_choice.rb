# frozen_string_literal: true

module Efk
  # The section of the route, or nil if its logs are not read, and the name of the treatment, or nil.
  Way = Struct.new(:route, :treatment)

  # What the names of a container say of its way: all of it, or what the labels of its pod may choose from.
  class WayChoice
    # +treatments+ are pairs of FirstSelected#of, +routes+ those by labels, each with its LabelCondition; +other+ is the
    # route if none of them takes it. The block gives the route of a treatment.
    def initialize(treatments, routes, other, &of_treatment)
      @treatments = treatments
      @routes = routes
      @other = other
      @of_treatment = of_treatment
      @fixed = way({}).freeze unless open?
    end

    # The way, if it does not depend on labels.
    attr_reader :fixed

    # Whether there is a route that the container may have.
    def routed?
      !@other.nil? || @routes.any? || @treatments.any? { |name, _| @of_treatment.call(name) }
    end

    # The way of a pod with these labels.
    def way(labels)
      treatment, = @treatments.find { |_, condition| condition == true || condition.met?(labels) }
      Way.new(@of_treatment.call(treatment) || of_labels(labels) || @other, treatment)
    end

    private

    def open?
      name, condition = @treatments.first
      return true unless condition.nil? || condition == true

      @routes.any? && !@of_treatment.call(name)
    end

    def of_labels(labels)
      @routes.find { |_, condition| condition.met?(labels) }&.first
    end
  end
end
