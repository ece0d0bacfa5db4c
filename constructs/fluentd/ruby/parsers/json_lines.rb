# frozen_string_literal: true

require_relative '../fit/json_fields'
require_relative '../fit/storable_fields'

module Efk
  # Lines that are objects of JSON.
  class JsonLines
    def initialize
      @json = JsonFields.new
    end

    # Yields what was changed: :surrogate, :number. Raises StorableFields::Unstorable.
    def read(text, &)
      @json.of(text, &)
    end
  end

  # Objects of JSON in the words of the Elastic Common Schema, as its libraries of logging write them.
  # https://www.elastic.co/docs/reference/ecs/logging/intro
  class EcsLines < JsonLines
    def read(text, &)
      fields = super
      fields if fields&.key?('ecs.version') || fields&.[]('ecs').is_a?(Hash)
    end
  end
end
