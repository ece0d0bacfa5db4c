# frozen_string_literal: true

require 'json'
require 'timeout'
require 'fluent/config'
require 'fluent/config/v1_parser'

# Fluentd's own parser, but for what a file makes it do: Ruby is shown, not evaluated, and nothing is included.
class Reader < Fluent::Config::V1Parser
  def self.read(text)
    new(StringScanner.new(text), Dir.pwd, 'fluent.conf', Kernel.binding).parse!
  end

  def eval_include(_attrs, elems, uri)
    raise Fluent::ConfigParseError, 'nothing to include' if uri.nil?

    elems << Fluent::Config::Element.new('@include', uri, {}, [])
  end

  # In hexadecimal, because it may stand in a string of JSON.
  def eval_embedded_code(code)
    "⟦#{code.unpack1('H*')}⟧"
  end
end

def plain(element)
  { name: element.name, argument: element.arg, params: element.to_h, children: element.elements.map { |e| plain(e) } }
end

results = JSON.parse(File.read(ARGV.fetch(0))).map do |text|
  # A comment in JSON that the end of the file cuts off is read for ever.
  Timeout.timeout(60) { plain(Reader.read(text)) }
# It refuses some files with errors that nobody meant.
rescue StandardError => e
  { error: e.message }
end
puts JSON.generate(results)
