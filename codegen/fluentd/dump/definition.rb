# frozen_string_literal: true

module Dump
  # What Fluentd knows of a class that it configures: its parameters and its sections.
  module Definition
    OPTIONS = %i[type list value_type alias secret deprecated obsoleted desc].freeze

    # In these sections stand the parameters of a plugin of their own, which `@type` names.
    PLUGINS = { buffer: :buffer, parse: :parser, format: :formatter, storage: :storage, secondary: :output,
                store: :output, service_discovery: :sd }.freeze

    MEMBERS = %i[params sections].freeze

    module_function

    # Merging loses descriptions, so they are looked up in what is merged.
    def of_class(configurable)
      proxies = configurable.ancestors.select { |ancestor| ancestor.respond_to?(:configure_proxy) }
      of(configurable.merged_configure_proxy, proxies.map { |ancestor| ancestor.configure_proxy(ancestor.name) })
    end

    def of(proxy, parts)
      { params: params(proxy, parts), sections: sections(proxy, parts) }.reject { |_key, value| value.empty? }
    end

    # What `definition` adds to `base` or has otherwise; Fluentd lets it take nothing away.
    def difference(definition, base)
      definition.reject { |key, value| value == base[key] }.to_h do |key, value|
        [key, MEMBERS.include?(key) && base[key] ? members(value, base[key]) : value]
      end
    end

    def members(values, base)
      values.reject { |name, value| value == base[name] }.to_h do |name, value|
        [name, base[name] && (value[:params] || value[:sections]) ? difference(value, base[name]) : value]
      end
    end

    def params(proxy, parts)
      proxy.params.to_h { |name, (_block, options)| [name, param(name, options, proxy, parts)] }
    end

    # A parameter without a default is required; one whose default is nothing is not.
    def param(name, options, proxy, parts)
      desc = parts.filter_map { |part| part.descriptions[name] }.first
      required = true unless proxy.defaults.key?(name)
      options.slice(*OPTIONS).merge(desc: desc, required: required, default: literal(proxy.defaults[name])).compact
    end

    def sections(proxy, parts)
      proxy.sections.to_h do |name, section|
        inner = parts.filter_map { |part| part.sections[name] }
        facts = { required: section.required? || nil, multi: section.multi? || nil, alias: section.alias,
                  plugin: PLUGINS[name], argument: argument(section, inner) }
        [name, facts.compact.merge(of(section, inner))]
      end
    end

    def argument(section, parts)
      name, _block, options = section.argument
      name && { name: name }.merge(param(name, options, section, parts))
    end

    # A regular expression as the configuration has it.
    def literal(value)
      value.is_a?(Regexp) ? "/#{value.source}/#{'i' if value.casefold?}" : value
    end
  end
end
