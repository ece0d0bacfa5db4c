# frozen_string_literal: true

require 'test/unit'
require_relative '../support/treatment_driver'

# How messages are read.
class ParseTest < Test::Unit::TestCase
  include TreatmentDriver

  FAILURES = :fluentd_treatments_parse_failures_total
  # For which messages are parsed.
  NEEDS_FIELDS = %(<drop>\nreason none\nwhere {"json.x":"y"}\n</drop>)

  def formats(*names)
    driver(names.map { |name| "<parser>\nformat #{name}\n</parser>" }.join("\n"))
  end

  def json(records)
    records.map { |record| record['json'] }
  end

  test 'an object that Elasticsearch would refuse is left to the fit' do
    message = "#{'{"a":' * 21}1#{'}' * 21}"
    assert_equal [web(message).except('_treatment')], treat(driver(NEEDS_FIELDS), web(message))
  end

  test 'what the parser has changed is marked, as the fit does' do
    records = treat(driver(NEEDS_FIELDS), web('{"a":"\ud83d"}'), web("{\"a\":\"caf\xE9\"}".b), web('{"n":1e400}'))
    assert_equal [{ 'a' => "\uFFFD" }, { 'a' => "caf\uFFFD" }, { 'n' => '1e400' }], json(records)
    assert_equal(['json: halves of characters (surrogates) were replaced by U+FFFD', nil, nil],
                 records.map { |record| record.dig('error', 'message') })
  end

  test 'the first format that can reads a message, and JSON is read at last' do
    d = formats('klog', 'logfmt')
    before = count(FAILURES)
    records = treat(d, web('a=1'), web('{"a":2}'), web('text'), web(''), web("a=3\n  at x"), web("a=caf\xE9".b))
    assert_equal [{ 'a' => 1 }, { 'a' => 2 }, nil, nil, { 'a' => 3 }, { 'a' => "caf\uFFFD" }], json(records)
    assert_equal(['a=1', '{"a":2}', 'text', '', "a=3\n  at x", "a=caf\xE9".b],
                 records.map { |record| record['message'] })
    assert_equal before + 1, count(FAILURES)
    assert_empty(records.filter_map { |record| record['event'] })
  end

  test 'fields that an input has beside the message stay' do
    records = treat(formats('logfmt'), web('a=1 b=2').merge('json' => { 'a' => 3, 'c' => 4 }))
    assert_equal [{ 'a' => 3, 'b' => 2, 'c' => 4 }], json(records)
  end

  test 'a message that is too long for a format is text, unless it is JSON' do
    d = formats('logfmt')
    before = count(FAILURES)
    records = treat(d, web("a=#{'x' * 65_536}"), web(%({"a":"#{'x' * 65_536}"})))
    assert_equal([nil, 65_536], records.map { |record| record.dig('json', 'a')&.size })
    assert_equal before + 1, count(FAILURES)
  end

  test 'a pattern that takes too long does not match' do
    reader = Efk::PatternLines.new('\A((x+)+)\1y')
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    assert_nil reader.read("#{'x' * 60}zy")
    assert_in_delta 0.5, Process.clock_gettime(Process::CLOCK_MONOTONIC) - started, 0.4
  end

  test 'a format without what it needs is refused' do
    error = assert_raise(Fluent::ConfigError) { formats('pattern') }
    assert_equal 'the format pattern must have pattern', error.message
    error = assert_raise(Fluent::ConfigError) { formats('csv') }
    assert_equal 'the format csv must have columns', error.message
  end
end
