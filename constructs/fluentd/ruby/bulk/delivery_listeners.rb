# frozen_string_literal: true

module Efk
  # What an output tells others of, when it has delivered a chunk.
  module DeliveryListeners
    # Whenever a chunk is delivered, the block gets its tag, the chunk and the BulkDelivery. It must not raise, or the
    # chunk is sent again.
    def on_delivery(&listener)
      delivery_listeners << listener
    end

    private

    def tell(*delivered)
      delivery_listeners.each { |listener| listener.call(*delivered) }
    end

    def delivery_listeners
      @delivery_listeners ||= []
    end
  end
end
