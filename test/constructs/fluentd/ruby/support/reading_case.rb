# frozen_string_literal: true

require 'test/unit'
require_relative 'log_folder'
require_relative '../../../../../constructs/fluentd/ruby/logs/node_logs'
require_relative '../../../../../constructs/fluentd/ruby/logs/way_choice'

# The logs of a node, read by a clock of the test: every 0.25 s, with a look for new files every 2 s, as the input does.
class ReadingCase < Test::Unit::TestCase
  # What it hears is of no interest here.
  class Report
    attr_reader :lost_bytes

    def initialize = @lost_bytes = 0
    def lost(_, bytes) = @lost_bytes += bytes
    def vanished(_) = nil
    def unreadable(*) = nil
    def log = nil
  end

  # All logs are read, on one way, unless a test says something else.
  class Ways
    attr_writer :way

    def initialize = @way = Efk::Way.new(:all)
    def of(_) = @way
    def keep(_) = nil
  end

  POLL = 0.25
  REFRESH = 2

  setup do
    @folder = LogFolder.new
    @now = 100.0
    @looked = @now - REFRESH
    @messages = []
    start
  end

  teardown do
    @logs.close
    @folder.remove
  end

  def start
    report = @report = Report.new
    @ways = Ways.new
    directory = Efk::LogDirectory.new(@folder.pods, [], report) { true }
    joins = Efk::LineJoins.new.within(Efk::TraceJoin::Limits.new)
    @logs = Efk::NodeLogs.new(directory, Efk::Positions.new(@folder.positions), @ways, report) do |run, files|
      names = { 'pod_name' => run.pod }
      Efk::ContainerLog.new('all', files, Efk::EventRecord.new(names, {}, run.number), joins, report)
    end
  end

  # Fluentd is killed and starts again.
  def restart
    @logs.close
    start
    @looked = @now - REFRESH
  end

  # The runtime writes lines now.
  def write(*texts, tag: 'F', name: '0.log')
    texts.each do |text|
      @now += 0.000_001
      time = (Time.utc(2026, 11, 25, 7) + @now).strftime('%Y-%m-%dT%H:%M:%S.%6N001Z')
      @folder.write("#{time} stdout #{tag} #{text}\n", name)
    end
  end

  # Reads for so long. Yields the events by their messages.
  def pass(seconds)
    till = @now + seconds
    while @now < till
      look
      @logs.all.each { |log| deliver(log) }
      @now = [@now + POLL, till].min
    end
  end

  private

  def look
    return if @now - @looked < REFRESH

    @looked = @now
    @logs.refresh
  end

  def deliver(log)
    nil while log.read(@now) { |_, record| @messages << record['message'] }
    log.commit
  end
end
