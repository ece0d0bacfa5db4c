# frozen_string_literal: true

module Efk
  # What the labels of a pod must be: of each label that is named one of its globs must match its value, but for pods
  # that are excepted. A label that a pod does not have matches nothing.
  class LabelCondition
    # Stands for the labels of a pod that is gone, which nobody can know any more.
    GONE = 'gone'

    # +select+ and +except+ are globs by labels, or nil; +unknown+ is what is said of a pod that is gone.
    def initialize(select, except, unknown)
      @select = select || {}
      @except = except
      @unknown = unknown
    end

    # +labels+ are values by labels, or GONE.
    def met?(labels)
      return @unknown if labels == GONE

      all?(@select, labels) && !(@except && all?(@except, labels))
    end

    private

    def all?(globs, labels)
      globs.all? do |key, patterns|
        value = labels[key]
        value && patterns.any? { |glob| File.fnmatch?(glob, value) }
      end
    end
  end
end
