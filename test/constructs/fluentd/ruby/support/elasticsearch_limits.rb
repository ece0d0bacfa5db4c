# frozen_string_literal: true

require 'json'
require 'time'
require_relative 'promoted_types'

# What Elasticsearch 9.5 and 8.19 refuse of a document with our mappings, in other words than the filter's: from the
# source of FlattenedFieldParser (depth, NUL, terms of Lucene), of Jackson (duplicate keys, digits of a number) and of
# DateUtils (range of nanoseconds), and from recorded answers of real nodes.
module ElasticsearchLimits
  DEPTH = 20
  TERM_BYTES = 32_766
  IGNORE_ABOVE = 1024
  DIGITS = 1000
  TIME = /\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)\z/
  LAST = Rational((2**63) - 1, 10**9)
  STRICT = JSON::Coder.new(max_nesting: 1000, allow_duplicate_key: false, allow_comments: false)

  module_function

  # One sentence per reason to refuse +text+, the JSON of a document.
  def mistakes(text)
    return ['not UTF-8'] unless text.encoding == Encoding::UTF_8 && text.valid_encoding?
    return ['a line break ends the bulk line'] if text.include?("\n")

    document = STRICT.load(text)
    numbers(text) + time(document['@timestamp']) + message(document['message']) + flattened(document['json']) +
      PromotedTypes.mistakes(document)
  rescue JSON::ParserError => e
    ["not JSON: #{e.class}"]
  end

  def numbers(text)
    outside = text.gsub(/"(?:[^"\\]|\\.)*"/, '""')
    outside.match?(/[\d.]{#{DIGITS + 1}}/o) ? ["a number of more than #{DIGITS} digits"] : []
  end

  def time(text)
    text.is_a?(String) && TIME.match?(text) && instant?(text) ? [] : ["no time that fits: #{text.inspect}"]
  end

  def instant?(text)
    real_day = Date.valid_civil?(*text[0, 10].split('-').map(&:to_i)) && text[17, 2] != '60'
    real_day && Time.iso8601(text).to_r.between?(0, LAST)
  rescue ArgumentError
    false
  end

  def message(value)
    value.is_a?(String) || value.nil? ? [] : ["message is of #{value.class}"]
  end

  def flattened(fields)
    return [] if fields.nil?
    return ["json is of #{fields.class}"] unless fields.is_a?(Hash)

    found = []
    object(fields, [], found)
    found.uniq
  end

  def object(fields, path, found)
    found << "objects nested deeper than #{DEPTH}" if path.size + 1 > DEPTH
    fields.each { |key, value| value(value, path, key, found) }
  end

  def value(value, path, key, found)
    case value
    when Hash then object(value, path + [key], found)
    when Array then value.each { |element| value(element, path, key, found) }
    else leaf([*path, key].join('.'), value.to_s, found)
    end
  end

  def leaf(key, value, found)
    found << 'a key has NUL' if key.include?("\0")
    return if value.encode(Encoding::UTF_16LE).bytesize / 2 > IGNORE_ABOVE

    found << 'an immense term' if key.bytesize + 1 + value.bytesize > TERM_BYTES
  end
end
