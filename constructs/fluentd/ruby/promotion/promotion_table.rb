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
          source = PromotionSource.new(keys, TARGETS.fetch_values(name, *keys.also))
          keys.names.each { |key| add(root, key, source) }
        end
      end
      root
    end

    # Under every way to write a key: with dots, as objects in each other, and both.
    def add(root, key, source)
      ways(key.split('.')).each do |names|
        names.reduce(root) { |node, name| node.nodes[-name] ||= PromotionNode.new }.add(source)
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
