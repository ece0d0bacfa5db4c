# frozen_string_literal: true

module Efk
  # How the value of a key gets into fields.
  class PromotionSource
    # +targets+ get what +keys+ (PromotedKeys) say.
    def initialize(keys, targets)
      @read = PromotedValues.reader(keys.read)
      @where = keys.where
      @stays = keys.stays
      @targets = targets
      @only = targets.first if targets.size == 1
    end

    # Whether +value+, one of +object+, is in the record now, and nothing more is to be known of it.
    def moves?(value, object, record)
      read = @read[value]
      return false if read.nil? || (@where && !@where.in?(object))

      (@only ? @only.put(record, read) : put(record, read)) && !@stays
    end

    private

    # Nil if the record does not have all parts of the value now; then it has none.
    def put(record, value)
      parts = @targets.zip(value).select(&:last)
      parts.each { |target, part| target.put(record, part) } if parts.all? { |target, _| target.free?(record) }
    end
  end
end
