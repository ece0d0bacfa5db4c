# frozen_string_literal: true

require 'test/unit'
require_relative '../support/treatment_driver'

# The time of a record, from a field.
class TimeOfFieldTest < Test::Unit::TestCase
  include TreatmentDriver

  FAILURES = :fluentd_treatments_time_failures_total
  NOW = Fluent::EventTime.from_time(Time.utc(2026, 11, 25, 7, 0, 0, 123_456_789 / 1000r))

  def section(field, format = nil, zone = nil)
    lines = ['<time>', "field #{field}", format && "format #{format}", zone && "zone #{zone}", '</time>']
    driver(lines.compact.join("\n"))
  end

  def treat(driver, *records)
    driver.run(default_tag: 'kubernetes') { records.each { |record| driver.feed(NOW, record.dup) } }
    driver.filtered.map { |time, record| [time, record['@timestamp']] }
  end

  test 'the time of a field takes the place of that of the runtime, with its nanoseconds' do
    d = section('json.ts', nil, 'Europe/Berlin')
    before = count(FAILURES)
    assert_equal [[NOW, '2026-11-25T06:59:58.123456789Z'], [NOW, '2026-11-25T06:59:59.000000000Z'], [NOW, TIME]],
                 treat(d, web('{"ts":"2026-11-25T06:59:58.123456789Z"}'), web('{"ts":"2026-11-25 07:59:59"}'),
                       web('no fields'))
    assert_equal before, count(FAILURES)
  end

  data('no time' => '"yesterday"', 'a list' => '[1]', 'before 1970' => '"1969-12-31T23:59:59Z"',
       'after 2262' => '"2263-01-01T00:00:00Z"', 'more than an hour ahead' => '"2026-11-25T08:00:01Z"',
       'no day' => '"2026-11-31T00:00:00Z"')
  test 'another time leaves that of the runtime, and is counted' do |value|
    d = section('json.ts')
    before = count(FAILURES)
    assert_equal [[NOW, TIME]], treat(d, web(%({"ts":#{value}})))
    assert_equal before + 1, count(FAILURES)
  end

  test 'a clock may be ahead for an hour' do
    assert_equal [[NOW, '2026-11-25T08:00:00.000000000Z']], treat(section('json.ts', 'unix'), web('{"ts":1795593600}'))
  end

  test 'an ECS logger says the time, unless another field does' do
    line = '{"@timestamp":"2026-11-25T06:00:00.5Z","ecs.version":"1.2.0","at":"2026-11-25T05:00:00Z"}'
    ecs = "<parser>\nformat ecs\n</parser>"
    assert_equal [[NOW, '2026-11-25T06:00:00.500000000Z']], treat(driver(ecs), web(line))
    assert_equal [[NOW, '2026-11-25T05:00:00.000000000Z']],
                 treat(driver("#{ecs}\n<time>\nfield json.at\n</time>"), web(line))
  end

  test 'a zone that nobody knows is refused' do
    error = assert_raise(Fluent::ConfigError) { section('json.ts', 'iso8601', 'Europe/Bonn') }
    assert_equal 'a zone must be known, got Europe/Bonn', error.message
  end
end
