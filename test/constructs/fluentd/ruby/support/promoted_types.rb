# frozen_string_literal: true

require 'resolv'
require_relative '../../../../../constructs/fluentd/ruby/promotion/promoted_fields'

# What fields of a type take, in other words than the promotion's.
module PromotedTypes
  IGNORE_ABOVE = 1024

  module_function

  # One sentence for each field of +document+ that Elasticsearch would refuse or not find.
  def mistakes(document)
    Efk::PromotedFields::ALL.filter_map do |name, (type, *)|
      value = name.split('.').reduce(document) { |object, key| object.is_a?(Hash) ? object[key] : nil }
      "#{name} is no #{type}: #{value.inspect[0, 80]}" unless value.nil? || takes?(type, value)
    end
  end

  def takes?(type, value)
    case type
    when :keyword then value.is_a?(String) && value.size.between?(1, IGNORE_ABOVE)
    when :long then value.is_a?(Integer) && value.abs < 2**63
    when :ip then value.is_a?(String) && (Resolv::IPv4::Regex.match?(value) || Resolv::IPv6::Regex.match?(value))
    else value.is_a?(String)
    end
  end
end
