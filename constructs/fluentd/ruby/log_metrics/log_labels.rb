# frozen_string_literal: true

require_relative '../treatments/field'
require_relative 'level_counts'
require_relative 'path_templates'

module Efk
  # Labels of metrics of logs: what a record has for each of them, nil where it has nothing.
  module LogLabels
    CONFIG = proc do
      desc 'Labels beside the route: level, status_class, method, path, namespace, container.'
      config_param :by, :array, value_type: :string, default: []
      desc 'Templates of paths; learned when left out.'
      config_param :paths, :array, value_type: :string, default: []
      config_section :field, multi: true, param_name: :fields do
        desc 'Name of the label.'
        config_argument :label, :string
        desc 'Name of the field.'
        config_param :name, :string
        desc 'Values that have series; all others are `_other`.'
        config_param :values, :array, value_type: :string
      end
    end

    OTHER = '_other'
    CLASSES = (1..5).to_h { |number| [number, "#{number}xx"] }.freeze
    METHODS = %w[GET HEAD POST PUT PATCH DELETE OPTIONS CONNECT TRACE].to_h { |name| [name, name] }.freeze

    # Of +section+ of a metric by the names of the labels.
    def self.of(section)
      labels = section.by.to_h { |name| [name.to_sym, KNOWN.fetch(name).call(section)] }
      labels.merge(section.fields.to_h { |field| [field.label.to_sym, listed(field)] })
    end

    def self.status
      field = Field.new('http.response.status_code')
      lambda do |record|
        status = field.get(record)
        status.is_a?(Integer) ? CLASSES[status / 100] : nil
      end
    end

    def self.method
      field = Field.new('http.request.method')
      lambda do |record|
        name = field.get(record)
        name && METHODS.fetch(name, OTHER)
      end
    end

    def self.path(section)
      field = Field.new('url.path')
      templates = PathTemplates.new(section.paths)
      lambda do |record|
        path = field.get(record)
        path.is_a?(String) ? templates.of(path) : nil
      end
    end

    # What has no level has said nothing of it.
    def self.level
      lambda do |record|
        log = record['log']
        (log.is_a?(Hash) && LevelCounts::LEVELS[log['level']]) || LevelCounts::NONE
      end
    end

    def self.name_of(name)
      lambda do |record|
        names = record['kubernetes']
        names && names[name]
      end
    end

    # A field with the values that have series.
    def self.listed(listed)
      field = Field.new(listed.name)
      values = listed.values.to_h { |value| [value, value] }
      lambda do |record|
        value = field.get(record)
        value.nil? ? nil : values.fetch(value.to_s, OTHER)
      end
    end

    KNOWN = {
      'level' => ->(_) { level }, 'status_class' => ->(_) { status }, 'method' => ->(_) { method },
      'path' => ->(section) { path(section) }, 'namespace' => ->(_) { name_of('namespace_name') },
      'container' => ->(_) { name_of('container_name') }
    }.freeze

    private_class_method :status, :method, :path, :level, :name_of, :listed
  end
end
