# frozen_string_literal: true

module Efk
  # How the value of a key gets into a field.
  class PromotionSource
    # +targets+ get what +keys+ (PromotedKeys) say.
    def self.of(key, keys, targets)
      (keys.stays || targets.size > 1 ? Particular : self).new(key, keys, targets)
    end

    def initialize(key, keys, targets)
      @key = key
      @read = PromotedValues.reader(keys.read)
      @where = keys.where
      @target = targets.first
    end

    # Whether the key means it in an object with +keys+.
    def means?(keys)
      @where.nil? || @where.in?(keys)
    end

    # Moves the value from +object+ into the record, if it fits the field and the record does not have that yet. It is
    # called for each field of each record, so it does no more than it must.
    def call(object, record)
      read = @read[object[@key]]
      object.delete(@key) if !read.nil? && @target.put(record, read)
    end

    # One that gives several fields, or leaves the value where it is.
    class Particular < PromotionSource
      def initialize(key, keys, targets)
        super
        @stays = keys.stays
        @targets = targets
      end

      def call(object, record)
        read = @read[object[@key]]
        object.delete(@key) if !read.nil? && put(record, Array(read)) && !@stays
      end

      private

      # Nil if the record does not have all parts of the value now; then it has none.
      def put(record, values)
        parts = @targets.zip(values).select(&:last)
        parts.each { |target, part| target.put(record, part) } if parts.all? { |target, _| target.free?(record) }
      end
    end
  end
end
