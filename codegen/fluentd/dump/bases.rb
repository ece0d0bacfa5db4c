# frozen_string_literal: true

require 'fluent/load'
require 'fluent/plugin/output'

require_relative 'definition'

module Dump
  # What plugins have in common, so that it is printed once: classes and helpers of Fluentd, and plugins that others
  # inherit from.
  class Bases
    FLUENTD = {
      'input' => Fluent::Plugin::Input, 'output' => Fluent::Plugin::Output, 'filter' => Fluent::Plugin::Filter,
      'buffer' => Fluent::Plugin::Buffer, 'parser' => Fluent::Plugin::Parser,
      'formatter' => Fluent::Plugin::Formatter, 'storage' => Fluent::Plugin::Storage,
      'sd' => Fluent::Plugin::ServiceDiscovery, 'metrics' => Fluent::Plugin::Metrics,
      'parse' => Fluent::PluginHelper::Parser::ParserParams,
      'format' => Fluent::PluginHelper::Formatter::FormatterParams,
      'inject' => Fluent::PluginHelper::Inject::InjectParams,
      'extract' => Fluent::PluginHelper::Extract::ExtractParams,
      'transport' => Fluent::PluginHelper::Server::ServerTransportParams,
      'service_discovery' => Fluent::PluginHelper::ServiceDiscovery::ServiceDiscoveryParams,
      'state' => Fluent::PluginHelper::Storage::StorageParams
    }.freeze

    def initialize
      @names = FLUENTD.invert
      @definitions = {}
    end

    # Definitions of the classes and helpers of Fluentd, by name.
    def to_h
      FLUENTD.transform_values { |base| definition(base) }
    end

    # Names of the bases that are nearest to `plugin`, and what it has beyond them; a base of others from now on.
    def add(name, plugin)
      above = @names.keys.select { |base| plugin <= base }
      nearest = above.reject { |base| above.any? { |other| other < base } }
      like = @names.values_at(*nearest)
      @names[plugin] ||= name
      { like: like }.merge(Definition.difference(definition(plugin), merged(nearest)))
    end

    private

    def definition(configurable)
      @definitions[configurable] ||= Definition.of_class(configurable)
    end

    def merged(classes)
      classes.each_with_object({ params: {}, sections: {} }) do |base, all|
        all.each { |key, members| members.merge!(definition(base).fetch(key, {})) }
      end
    end
  end
end
