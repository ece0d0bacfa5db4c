# frozen_string_literal: true

module Efk
  # Which containers are meant: those whose namespace and name both match, but for those that are excepted.
  class Selection
    CONFIG = proc do
      desc 'Globs of namespaces, one of which must match; all when left out.'
      config_param :namespaces, :array, value_type: :string, default: nil
      desc 'Globs of containers, one of which must match; all when left out.'
      config_param :containers, :array, value_type: :string, default: nil
      desc 'Globs of namespaces that are excepted, from their excepted containers.'
      config_param :except_namespaces, :array, value_type: :string, default: nil
      desc 'Globs of containers that are excepted, in the excepted namespaces.'
      config_param :except_containers, :array, value_type: :string, default: nil
    end

    # Of a section of the configuration.
    def self.of(section)
      except = [section.except_namespaces, section.except_containers]
      new([section.namespaces, section.containers], except.any? ? except : nil)
    end

    # +select+ and +except+ are pairs of globs of namespaces and of containers; without globs all match.
    def initialize(select, except)
      @select = select
      @except = except
    end

    def matches?(namespace, container)
      all?(@select, namespace, container) && !(@except && all?(@except, namespace, container))
    end

    private

    def all?(globs, *names)
      globs.zip(names).all? { |patterns, name| patterns.nil? || patterns.any? { |glob| File.fnmatch?(glob, name) } }
    end
  end
end
