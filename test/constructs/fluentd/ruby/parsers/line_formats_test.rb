# frozen_string_literal: true

require 'json'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/parsers/line_formats'
require_relative '../support/random_lines'

# What every reader of a format does, whatever the line is.
class LineFormatsTest < Test::Unit::TestCase
  Section = Struct.new(:format, :pattern, :names, :columns, :separator, :quote)
  # What each format is written with, so that lines nearly are in it.
  PIECES = ['10.0.0.1 - - [', '10/Oct/2000:13:55:36 -0700', '] "', 'GET /a?b=c HTTP/1.1', '" 200 12', ' "-" "', '"',
            'I1025 00:15:15.525108       1 a.go:1] ', '<165>1 ', '<34>', 'Oct 11 22:14:15 ', 'host ', 'app[1]: ',
            '2003-10-11T22:14:15Z ', '- ', '[a@1 b="c"]', '[', ']', 'level=', 'a="b', '\\"', '\\', ' ', "\t", ':', ',',
            '2023/10/11 12:00:00 [error] 31#31: *1 ', ', client: ', ', request: "', 'a:b', '{"a":1}', "\n", '\\ud800',
            '[Fri Sep 09 10:42:29.902022 2011] [core:error] ', 'é', "\u0000", '=', '9' * 30, 'x' * 300].freeze

  def readers
    LineFormatsTest.readers
  end

  def self.readers
    Efk::LineFormats::READERS.keys.flat_map do |format|
      section = Section.new(format, '\A(?<a>\S+) (?<b>.*)\z', nil, %w[a b c], ',', '"')
      Efk::LineFormats.readers(section).map { |reader| [format, reader] }
    end
  end

  def lines(random)
    pieces = Array.new(1500) { Array.new(random.rand(1..12)) { PIECES.sample(random: random) }.join }
    lines = RandomLines.new(7)
    pieces + Array.new(500) { lines.line.scrub }
  end

  test 'whatever a line is, it has fields that JSON can hold, or is text' do
    lines(Random.new(11)).each do |line|
      readers.each do |format, reader|
        fields = reader.read(line) { nil }
        next if fields.nil?

        assert(fields.is_a?(Hash) && fields.keys.all? { |key| key.is_a?(String) && key.valid_encoding? },
               "#{format}: #{line.inspect}")
        assert_nothing_raised("#{format}: #{line.inspect}") { JSON.generate(fields) }
      rescue Efk::StorableFields::Unstorable
        assert_include %i[json ecs], format
      end
    end
  end

  data('brackets' => '[' * 60_000, 'quotes' => '"' * 60_000, 'spaces' => ' ' * 60_000, 'words' => 'a ' * 30_000,
       'escapes' => "a=\"#{'\\' * 60_000}", 'pairs' => 'a=b ' * 15_000, 'tabs' => "a:b\t" * 15_000,
       'elements' => "<1>1 - - - - - #{'[a b="c"]' * 6_000}x", 'open' => "<1>1 - - - - - [a#{' b="c"' * 10_000}",
       'request' => "1 - - [#{'x' * 60}] \"#{'\\"' * 30_000}",
       'details' => "2023/10/11 12:00:00 [error] 1#1: #{', host: ' * 8_000}",
       'ingress' => "1 - - [x] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\" 1 0.1 [] [] #{'a, ' * 20_000}")
  test 'a long line takes no long time' do |line|
    readers.each do |format, reader|
      started = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
      reader.read(line) { nil }
      assert_operator Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - started, :<, 0.2, format.to_s
    end
  end
end
