# frozen_string_literal: true

require_relative 'label_condition'

module Efk
  # Which containers are meant: those whose namespace, name and pod all match, but for those that are excepted.
  class Selection
    CONFIG = proc do
      desc 'Globs of namespaces, one of which must match; all when left out.'
      config_param :namespaces, :array, value_type: :string, default: nil
      desc 'Globs of containers, one of which must match; all when left out.'
      config_param :containers, :array, value_type: :string, default: nil
      desc 'Globs by labels of pods; of each label one must match.'
      config_param :labels, :hash, default: nil
      desc 'Globs of namespaces that are excepted, from their excepted containers.'
      config_param :except_namespaces, :array, value_type: :string, default: nil
      desc 'Globs of containers that are excepted, in the excepted namespaces.'
      config_param :except_containers, :array, value_type: :string, default: nil
      desc 'Globs by labels of pods that are excepted, in the excepted namespaces.'
      config_param :except_labels, :hash, default: nil
      desc 'Whether it means pods that are gone, whose labels nobody can know any more.'
      config_param :unknown_labels, :bool, default: false
    end

    # Globs of namespaces, of containers and by labels; without globs all match.
    Part = Struct.new(:namespaces, :containers, :labels) do
      def names?(*names)
        [namespaces, containers].zip(names).all? do |globs, name|
          globs.nil? || globs.any? { |glob| File.fnmatch?(glob, name) }
        end
      end
    end

    # Of a section of the configuration.
    def self.of(section)
      except = Part.new(section.except_namespaces, section.except_containers, section.except_labels)
      new(Part.new(section.namespaces, section.containers, section.labels), except.any? ? except : nil,
          section.unknown_labels)
    end

    # +select+ and +except+ are parts, the second one or nil.
    def initialize(select, except = nil, unknown = false) # rubocop:disable Style/OptionalBooleanParameter
      @select = select
      @except = except
      @selected = select.labels ? LabelCondition.new(select.labels, nil, unknown) : true
      @excepted = except&.labels ? LabelCondition.new(select.labels, except.labels, unknown) : false
    end

    # Whether a container is meant, as far as its names tell: true, false, or a LabelCondition of its pod.
    def of(*names)
      return false unless @select.names?(*names)

      @except&.names?(*names) ? @excepted : @selected
    end
  end
end
