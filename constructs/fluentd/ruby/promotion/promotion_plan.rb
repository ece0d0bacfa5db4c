# frozen_string_literal: true

module Efk
  # What is done with an object that has these keys, in their order.
  PromotionPlan = Struct.new(:keys, :moves) do
    # +meanings+ are by key the moves that there are.
    def self.of(keys, meanings)
      new(keys, keys.flat_map { |key| meanings.fetch(key, []) }.select { |move| move.means?(keys) })
    end
  end
end
