# frozen_string_literal: true

module Efk
  # A field of a record, by the name under which it is found in Elasticsearch, e.g. `log.level` or `json.order.id`.
  # Dots lead into objects; an application may also have written them as part of a key.
  class Field
    # +name+ is split at all dots in turn, so the ways through objects and through keys with dots are both tried.
    def initialize(name)
      @name = name
      @path = name.split('.')
      @first, @second = @path
      @rest = @path.size - 1
    end

    attr_reader :name

    # The field of a record that it is, or is in.
    def top = @first

    # Whether it is that itself.
    def top? = @rest.zero?

    # Its value, or nil.
    def get(record)
      top = record[@first]
      top.nil? ? nil : below(top)
    end

    # Its value, or nil, where a record has +top+. Most fields have two names, and this is asked of every record.
    def below(top)
      return top if @rest.zero?
      return fetch(top, 1) if @rest > 1

      top[@second] if top.is_a?(Hash)
    end

    private

    # The value below +object+ of what is left of the path.
    def fetch(object, from)
      return object if from == @path.size
      return unless object.is_a?(Hash)

      keys[from].each.with_index(from + 1) do |key, to|
        found = object[key]
        found = fetch(found, to) unless found.nil?
        return found unless found.nil?
      end
      nil
    end

    # Keys by where they begin in the path, the shortest first.
    def keys
      @keys ||= @path.each_index.map do |from|
        (from...@path.size).map { |to| @path[from..to].join('.').freeze }
      end
    end
  end
end
