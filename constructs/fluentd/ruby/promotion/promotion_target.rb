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

    def self.of(path)
      (path.start_with?('error.') ? OfError : PromotionTarget).new(path)
    end

    def initialize(path)
      @outer, *@inner, @name = path.split('.').map(&:-@)
    end

    # Nil if there is a value, or something else in its place.
    def put(record, value)
      object = object(record, @outer)
      @inner.each { |name| object &&= object(object, name) } unless @inner.empty?
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
