# frozen_string_literal: true

require 'fluent/load'
require 'fluent/system_config'

require_relative 'bases'
require_relative 'definition'

# Plugins log when they are loaded; Fluentd knows no other place for its logger.
$log = Fluent::Log.new(ServerEngine::DaemonLogger.new($stderr, log_level: 'fatal')) # rubocop:disable Style/GlobalVars

module Dump
  # All plugins of the gems that are loaded, and of a folder.
  class Plugins
    def initialize
      @bases = Bases.new
      @seen = []
    end

    def by_gem(folder = nil)
      found = gems.to_h { |spec| [spec.name, of_gem(spec)] }.reject { |_name, gem| gem[:plugins].empty? }
      found['fluentd'].merge!(system: Definition.of_class(Fluent::SystemConfig), bases: @bases.to_h)
      folder ? found.merge('efk' => { plugins: below(folder) }) : found
    end

    private

    # Fluentd itself comes first: other gems require plugins of it.
    def gems
      specs = Gem::Specification.latest_specs.select { |spec| spec.name.start_with?('fluent') }
      specs.sort_by { |spec| [spec.name == 'fluentd' ? 0 : 1, spec.name] }
    end

    def of_gem(spec)
      { version: spec.version, plugins: below("#{spec.full_gem_path}/lib/fluent/plugin") }
    end

    # By kind and type: the plugins that requiring the files of a folder registers.
    def below(folder)
      Fluent::Plugin::REGISTRIES.each do |registry|
        Dir[File.join(File.expand_path(folder), "#{registry.dir_search_prefix}*.rb")].each { |file| load_plugin(file) }
      end
      kinds = Fluent::Plugin::REGISTRIES.to_h { |registry| [registry.kind, added(registry).sort.to_h] }
      kinds.reject { |_kind, plugins| plugins.empty? }
    end

    # What needs a gem that is not there is no plugin of this Fluentd: rdkafka of fluent-plugin-kafka.
    def load_plugin(file)
      require file
    rescue LoadError => e
      raise unless e.path == 'rdkafka'
    end

    def added(registry)
      registry.map.filter_map do |type, value|
        name = "#{registry.kind} #{type}"
        next if @seen.include?(name)

        @seen << name
        [type, plugin(name, value)]
      end
    end

    # Some parsers are registered as what makes them, not as their class.
    def plugin(name, value)
      instance = value.is_a?(Class) ? value.new : value.call
      definition = @bases.add(name, instance.class)
      { emits: emits(instance), buffered: buffered(instance) }.compact.merge(definition)
    end

    def emits(instance)
      true if instance.respond_to?(:has_router?) && instance.has_router?
    end

    # Only outputs that write chunks take a `<buffer>`.
    def buffered(instance)
      return unless instance.is_a?(Fluent::Plugin::Output)

      instance.implement?(:buffered) || instance.implement?(:delayed_commit)
    end
  end
end
