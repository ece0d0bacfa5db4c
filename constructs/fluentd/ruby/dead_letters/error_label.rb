# frozen_string_literal: true

module Efk
  # Takes errors inside the label @ERROR out of it. Fluentd sends them there again, until the stack is full
  # (fluent/fluentd#5462).
  class ErrorLabel
    NAME = '@ERROR'

    # The block gets the error of a record that is lost.
    def initialize(&lost)
      @lost = lost
    end

    # Makes this the way of errors in the label, if `router` is that of the label.
    def take_over(router)
      label = ErrorLabel.router
      label.emit_error_handler = self if !label.nil? && label.equal?(router)
    end

    # Nothing of it is safe, and the emitter must know.
    def handle_emits_error(_tag, _events, error)
      raise error
    end

    def emit_error_event(_tag, _time, _record, error)
      @lost.call(error)
    end

    # The router of the label; nil if the configuration has none.
    def self.router
      Fluent::Engine.root_agent.labels[NAME]&.event_router
    end
  end
end
