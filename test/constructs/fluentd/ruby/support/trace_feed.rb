# frozen_string_literal: true

require_relative '../../../../../constructs/fluentd/ruby/joins/trace_join'

# Feeds lines as a reader does and keeps what comes out.
class TraceFeed
  attr_reader :events, :join

  def initialize(**limits)
    @join = Efk::TraceJoin.new(Efk::TraceJoin::Limits.new(**limits))
    @events = []
    @now = 100.0
    @offset = 0
  end

  def <<(text)
    to = @offset + text.bytesize + 1
    @join.add(Efk::LogLine.new(time, text, 'file', @offset, to, 1, false), @now) { |event| @events << event }
    @offset = to
    self
  end

  # The kubelet's file is read to its end, and nothing comes for a while.
  def pause(seconds)
    @now += seconds
    @join.flush(@now) { |event| @events << event }
    self
  end

  # Nothing comes, and nobody looks.
  def sleep(seconds)
    @now += seconds
    self
  end

  def finish
    @join.flush_all { |event| @events << event }
    texts
  end

  def texts = @events.map(&:text)

  private

  def time = (Time.utc(2026, 11, 25, 7) + @now).strftime('%Y-%m-%dT%H:%M:%S.%NZ')
end
