# frozen_string_literal: true

module Efk
  # Renames, keeps, removes and adds fields, in this order. The message stays as it was written.
  class Fields
    CONFIG = proc do
      config_section :fields, multi: false, param_name: :fields do
        desc 'New names by old ones.'
        config_param :rename, :hash, default: {}
        desc 'Fields below json that stay; the others go.'
        config_param :keep, :array, value_type: :string, default: nil
        desc 'Fields that go.'
        config_param :remove, :array, value_type: :string, default: []
        desc 'Values by the names of fields.'
        config_param :add, :hash, default: {}
      end
    end

    # What is not there.
    NONE = Object.new

    def self.steps(section)
      section.fields ? [new(section.fields)] : []
    end

    def initialize(fields)
      @rename = fields.rename.map { |names| paths(names) }
      @keep = fields.keep && paths(fields.keep)
      @remove = paths(fields.remove)
      @add = paths(fields.add.keys).zip(fields.add.values)
    end

    def call(record, _time)
      @rename.each { |from, to| move(record, from, record, to) }
      keep(record) if @keep && record['json'].is_a?(Hash)
      @remove.each { |path| take(record, path) }
      @add.each { |path, value| put(record, path, value) }
      record
    end

    private

    def paths(names)
      names.map { |name| name.split('.') }
    end

    def keep(record)
      kept = {}
      @keep.each { |path| move(record, path, kept, path) }
      record['json'] = kept.fetch('json', {})
    end

    def move(record, from, target, path)
      value = take(record, from)
      put(target, path, value) unless value.equal?(NONE)
    end

    # Removes what is at +path+, through objects and keys with dots, and gives it.
    def take(object, path)
      return NONE unless object.is_a?(Hash)

      (1..path.size).each do |size|
        key = path.first(size).join('.')
        value = object.key?(key) ? take_below(object, key, path.drop(size)) : NONE
        return value unless value.equal?(NONE)
      end
      NONE
    end

    # An object that is empty then goes too.
    def take_below(object, key, path)
      return object.delete(key) if path.empty?

      value = take(object[key], path)
      object.delete(key) if !value.equal?(NONE) && object[key].empty?
      value
    end

    def put(object, path, value)
      *outer, last = path
      inner = outer.inject(object) do |below, key|
        below[key] = {} unless below[key].is_a?(Hash)
        below[key]
      end
      inner[last] = value
    end
  end
end
