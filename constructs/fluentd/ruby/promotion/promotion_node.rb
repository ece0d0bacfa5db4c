# frozen_string_literal: true

module Efk
  # What a key means: its value, and the keys inside of it.
  class PromotionNode
    attr_reader :nodes

    def initialize
      @nodes = {}
    end

    # The first source counts that takes a value; nearly all nodes have one alone.
    def add(source)
      @source ? (@others ||= []) << source : @source = source
    end

    # Moves what is in +object+ into fields of the record.
    def move(object, record)
      moved = nil
      object.each_pair do |key, value|
        node = @nodes[key]
        (moved ||= []) << key if node&.moves?(value, object, record)
      end
      # Not before: what a key means may depend on the others.
      moved&.each { |key| object.delete(key) }
    end

    # Whether nothing is left of +value+, which is one of +object+, since the record has it now.
    def moves?(value, object, record)
      return move(value, record) && value.empty? if value.is_a?(Hash)

      @source&.moves?(value, object, record) || @others&.any? { |other| other.moves?(value, object, record) }
    end
  end
end
