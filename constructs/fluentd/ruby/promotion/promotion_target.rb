# frozen_string_literal: true

require_relative '../common/pipeline_error'

module Efk
  # A field of a record, to put a value there that it does not have yet.
  class PromotionTarget
    # `error` of a marked record is not that of the program: it says what is wrong with the record.
    class OfError < PromotionTarget
      def put(record, value)
        super unless PipelineError.marked?(record)
      end

      def free?(record)
        !PipelineError.marked?(record) && super
      end
    end

    # In an object that is in another one.
    class Inner < PromotionTarget
      def put(record, value)
        object = object(record, @outer)
        @inner.each { |name| object &&= object(object, name) }
        object[@name] = value unless object.nil? || object.key?(@name)
      end
    end

    def self.of(path)
      return OfError.new(path) if path.start_with?('error.')

      (path.count('.') > 1 ? Inner : self).new(path)
    end

    def initialize(path)
      @outer, *@inner, @name = path.split('.').map(&:-@)
    end

    # Nil if there is a value, or something else in its place.
    def put(record, value)
      object = record[@outer]
      return record[@outer] = { @name => value } if object.nil?

      object = object(record, @outer) unless object.is_a?(Hash) && !object.frozen?
      object[@name] = value unless object.nil? || object.key?(@name)
    end

    def free?(record)
      [@outer, *@inner].each do |name|
        record = record.fetch(name) { return true }
        return false unless record.is_a?(Hash)
      end
      !record.key?(@name)
    end

    private

    # What it is in; it may be the same one for many records.
    def object(record, name)
      inner = record[name]
      return record[name] = {} if inner.nil?
      return unless inner.is_a?(Hash)

      inner.frozen? ? record[name] = inner.dup : inner
    end
  end
end
