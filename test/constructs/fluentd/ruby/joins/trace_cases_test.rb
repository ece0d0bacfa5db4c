# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/logs/runtime_line'
require_relative '../../../../../constructs/fluentd/ruby/joins/stream_join'
require_relative '../support/trace_cases'
require_relative '../support/trace_feed'

# What programs write, in several settings.
class TraceCasesTest < Test::Unit::TestCase
  PAUSE = 6

  def self.cases = TraceCases.all.reject(&:log)

  # An empty line ends the event before it, and a JVM crashes once.
  def self.repeatable(events) = events.reject { |event| event.lines[0].strip.empty? || event.lines[0] == '#' }

  # Texts of events without the empty lines that end them: they may as well be events of their own.
  def trimmed(texts)
    texts.map { |text| text.sub(/(?:\n\s*)+\z/, '') }.reject { |text| text.strip.empty? }
  end

  def assert_same_events(events, feed)
    assert_equal(trimmed(events.map(&:text)), trimmed(feed.finish))
  end

  def assert_streams(given, texts)
    texts.each do |stream, of_stream|
      assert_equal(given.events.select { |event| event.stream == stream }.map(&:text), of_stream)
    end
  end

  # As StreamJoin does with the lines of a runtime.
  def read_log(log)
    line = Efk::RuntimeLine.new
    joins = Hash.new { |all, stream| all[stream] = Efk::StreamJoin.new(Efk::TraceJoin::Limits.new) }
    texts = Hash.new { |all, stream| all[stream] = [] }
    log.each do |bytes|
      assert_true(line.read?(bytes.b, 0, bytes.bytesize), bytes)
      of_line = Efk::LogLine.new(line.time, line.text, 'file', 0, 0, 1, false)
      joins[line.stream].add(of_line, line.partial?, 1.0) { |event| texts[line.stream] << event.text }
    end
    joins.each { |stream, join| join.flush_all { |event| texts[stream] << event.text } }
    texts
  end

  TraceCases.all.select(&:log).each do |given|
    test(given.name) { assert_streams(given, read_log(given.log)) }
  end

  cases.each do |given|
    test given.name do
      feeds = { 'stdout' => TraceFeed.new, 'stderr' => TraceFeed.new }
      given.written.each do |event, text|
        feeds.each_value { |feed| feed.pause(event.after) } if text.equal?(event.lines[0])
        feeds[event.stream] << text
      end
      assert_streams(given, feeds.transform_values(&:finish))
    end

    test "#{given.name}, each event after a pause" do
      feed = TraceFeed.new
      given.events.uniq.each { |event| event.lines.inject(feed, :<<).pause(PAUSE) }
      assert_same_events(given.events.uniq, feed)
    end

    test "#{given.name}, each event between lines of JSON" do
      json = TraceCases.events_of(['{"a":1}'])
      events = given.events.uniq.flat_map { |event| [*json, event, *json] }
      assert_same_events(events, events.flat_map(&:lines).inject(TraceFeed.new, :<<))
    end

    repeatable(given.events.uniq).each_with_index do |event, index|
      test "#{given.name}, event #{index} three times" do
        assert_same_events([event] * 3, (event.lines * 3).inject(TraceFeed.new, :<<))
      end
    end
  end
end
