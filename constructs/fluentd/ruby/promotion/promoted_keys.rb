# frozen_string_literal: true

module Efk
  # Words to say which keys a field comes from.
  module PromotedKeys
    # Keys whose value `PromotedValues` reads as +read+ says, which also gives the fields of +also+, in this order. They
    # mean it only +where+ the keys around them say so. A value +stays+ if it says more than is read.
    Keys = Struct.new(:read, :names, :where, :also, :stays)

    # One of the keys is there.
    Beside = Struct.new(:names) do
      def in?(keys)
        names.intersect?(keys)
      end
    end

    # A better one is not there.
    Without = Struct.new(:name) do
      def in?(keys)
        !keys.include?(name)
      end
    end

    def keys(read, *names, where: nil, also: [], stays: false)
      Keys.new(read, names.freeze, where, also, stays).freeze
    end

    def beside(*names)
      Beside.new(names.flatten.freeze)
    end

    # Each of +names+ at each of the places.
    def within(places, names)
      names.product(places).map { |name, place| "#{place}#{name}" }
    end
  end
end
