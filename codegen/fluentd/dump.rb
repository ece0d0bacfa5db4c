# frozen_string_literal: true

# Prints, as JSON and by gem, every parameter of every plugin that this Fluentd has, merged with those of base classes
# and helpers by Fluentd itself; `fluent-plugin-config-format` prints them for one plugin, class by class.
#
#     ruby dump.rb [folder of further plugins, as for `fluentd --plugin`]

require 'json'
require_relative 'dump/plugins'

puts JSON.generate(Dump::Plugins.new.by_gem(*ARGV))
