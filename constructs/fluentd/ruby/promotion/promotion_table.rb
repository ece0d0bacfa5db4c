# frozen_string_literal: true

require_relative 'promoted_fields'
require_relative 'promoted_values'
require_relative 'promotion_node'
require_relative 'promotion_source'
require_relative 'promotion_target'

module Efk
  # What a key means, by one look: made once from `PromotedFields`.
  module PromotionTable
    TARGETS = PromotedFields::ALL.keys.to_h { |name| [name, PromotionTarget.of(name)] }.freeze

    module_function

    def build(fields)
      root = PromotionNode.new
      fields.each do |name, (_, *groups)|
        groups.each do |keys|
          targets = TARGETS.fetch_values(name, *keys.also)
          keys.names.each { |key| add(root, key, keys, targets) }
        end
      end
      root
    end

    # Under every way to write a key: with dots, as objects in each other, and both.
    def add(root, key, keys, targets)
      ways(key.split('.')).each do |names|
        root.add(*names.map(&:-@)) { |name| PromotionSource.of(name, keys, targets) }
      end
    end

    def ways(names)
      return [names] if names.size == 1

      first, second, *others = names
      ways(["#{first}.#{second}", *others]) + ways([second, *others]).map { |rest| [first, *rest] }
    end

    ROOT = build(PromotedFields::ALL)
  end
end
