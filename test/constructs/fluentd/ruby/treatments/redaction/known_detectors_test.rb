# frozen_string_literal: true

require 'json'
require 'random/formatter'
require 'test/unit'
require 'fluent/config/error'
require_relative '../../../../../../constructs/fluentd/ruby/treatments/redaction/known_detectors'
require_relative '../../../../../../constructs/fluentd/ruby/treatments/redaction/redacted_texts'

# What is found by name, and what is not. Numbers are those that issuers and standards give for tests.
class KnownDetectorsTest < Test::Unit::TestCase
  def redacted(text, *names)
    rules = names.map { |name| Efk::RedactedTexts::Rule.new(name, Efk::KnownDetectors::BY_NAME[name], nil, true) }
    Efk::RedactedTexts.new(rules).of(text)
  end

  CASES = JSON.parse(File.read(File.join(__dir__, 'secrets.json')))

  CASES['found'].each do |name, texts|
    texts.each do |text, expected|
      test "#{name}: #{text}" do
        assert_equal expected.gsub('*', "[#{name} redacted]"), redacted(text, name)
      end
    end
  end

  CASES['passed'].each do |text|
    test "ordinary: #{text}" do
      assert_equal text, redacted(text, *Efk::KnownDetectors::BY_NAME.keys)
    end
  end

  # Of numbers that look like those of cards a tenth has the right check digit by chance.
  test 'few ordinary numbers are taken for a secret' do
    random = Random.new(1)
    lines = Array.new(5000) do
      ["ts=#{1_764_054_000_000 + random.rand(10**9)} ns=#{1_764_054_000_000_000_000 + random.rand(10**9)}",
       "order #{random.rand(10**10)} id #{random.uuid} sha #{random.hex(20)}",
       "trace=#{random.hex(16)} span=#{random.hex(8)} took #{random.rand(1000)}.#{random.rand(1000)} ms"]
    end.flatten
    wrong = lines.reject { |line| redacted(line, *Efk::KnownDetectors::BY_NAME.keys) == line }
    assert_operator wrong.size, :<=, lines.size / 1000, wrong.first(5).join("\n")
  end

  test 'long texts take linear time' do
    ['1' * 200_000, '1234 ' * 40_000, 'a@' * 100_000, 'a.' * 100_000, 'AB12' * 50_000, ':a' * 100_000,
     '1.' * 100_000, '://' * 60_000, 'eyJ' * 60_000, '-----BEGIN PRIVATE KEY-----' * 5_000,
     'AB12 ' * 40_000].each do |text|
      started = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
      redacted(text, *Efk::KnownDetectors::BY_NAME.keys)
      taken = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - started
      assert_operator taken, :<, 2, text[0, 20]
    end
  end
end
