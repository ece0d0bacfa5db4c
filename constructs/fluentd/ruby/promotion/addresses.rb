# frozen_string_literal: true

require 'ipaddr'

module Efk
  # Addresses as a field of the type `ip` takes them: without zone, mask or name.
  module Addresses
    LETTERS = /\A[\h.:]{2,45}\z/
    WITH_PORT = /\A(?:\[(?<v6>[\h.:]+)\]|(?<v4>[\d.]+)):(?<port>\d{1,5})\z/
    PORTS = (1..65_535)

    module_function

    def ip(value)
      return unless value.is_a?(String) && LETTERS.match?(value)

      IPAddr.new(value)
      value
    rescue IPAddr::Error
      nil
    end

    # An address, and a port if there is one.
    def ip_and_port(value)
      return unless value.is_a?(String)

      match = WITH_PORT.match(value)
      parts = match ? [ip(match[:v6] || match[:v4]), port(match[:port].to_i)] : [ip(value)]
      parts if parts.all?
    end

    def port(number)
      number if PORTS.cover?(number)
    end
  end
end
