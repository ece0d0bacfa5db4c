# frozen_string_literal: true

require_relative 'promotion_plan'

module Efk
  # `json`, or an object in it: what the keys in it mean. A program writes the same keys in the same order again and
  # again, so what they mean, which depends on which others are there, is looked up once for all objects that have them.
  class PromotionNode
    # Plans that are remembered, and the length of the keys of one. In bytes.
    PLANS = 64
    LONGEST = 1000

    def initialize
      @meanings = {}
      @plans = []
      @last = PromotionPlan.new([], [])
    end

    # The block makes for the last of the keys +names+, which are in each other, what moves its value.
    def add(name, *inner, &make)
      meanings = @meanings[name] ||= []
      return meanings << make.call(name) if inner.empty?

      branch = meanings.find { |meaning| meaning.is_a?(PromotionBranch) }
      meanings << branch = PromotionBranch.new(name) unless branch
      branch.node.add(*inner, &make)
    end

    # Moves what is in +object+ into fields of the record.
    def move(object, record)
      keys = object.keys
      plan = @last
      plan = @last = plan_of(keys) unless plan.keys == keys
      plan.moves.each { |move| move.call(object, record) }
    end

    private

    def plan_of(keys)
      place = keys.hash % PLANS
      plan = @plans[place]
      return plan if plan && plan.keys == keys

      plan = PromotionPlan.of(keys, @meanings)
      keys.sum(&:bytesize) > LONGEST ? plan : @plans[place] = plan
    end
  end

  # Moves what is in the object under a key.
  class PromotionBranch
    attr_reader :node

    def initialize(key)
      @key = key
      @node = PromotionNode.new
    end

    def means?(_keys) = true

    def call(object, record)
      inner = object[@key]
      return unless inner.is_a?(Hash) && !inner.empty?

      @node.move(inner, record)
      object.delete(@key) if inner.empty?
    end
  end
end
