# frozen_string_literal: true

module Efk
  # So many names at most, as they come; all further ones become one. It bounds the series of a metric, which a registry
  # keeps for ever.
  class BoundedNames
    OTHER = '_other'

    def initialize(most)
      @most = most
      @names = {}
    end

    # The name, or OTHER.
    def of(name)
      @names[name] || (@names.size < @most ? @names[name] = name : OTHER)
    end
  end
end
