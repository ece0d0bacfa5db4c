# frozen_string_literal: true

require 'fluent/log'
require 'fluent/test'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/logs/log_directory'
require_relative '../../../../../constructs/fluentd/ruby/logs/waiting_logs'

# Logs that wait until it is known how they are to be read.
class WaitingLogsTest < Test::Unit::TestCase
  # Files that remember what was done to them.
  class Files
    attr_reader :done

    def initialize = @done = []
    def ids = %w[1 2]
    def remove = @done << :remove
    def forget = @done << :forget
    def done? = false
  end

  setup do
    @now = 0
    @log = Fluent::Test::TestLogger.new
    @logs = Efk::WaitingLogs.new(@log, clock: -> { @now }) { Files.new }
    @run = Efk::LogDirectory::Run.new('folder', 'shop', 'cart', 'uid', 'app', '0')
  end

  def waiting
    Prometheus::Client.registry.get(:fluentd_container_logs_waiting_files).get
  end

  def said
    @log.logs.map { |line| line[/\[\w+\]: (.*)/, 1] }
  end

  test 'the files of a run are made once, and are no longer its own when it is decided' do
    files = @logs.files(@run)
    assert_same files, @logs.files(@run)
    @logs.decide { nil }
    assert_equal [[files], 2], [@logs.all, waiting]
    @logs.decide { |run, decided| [run, decided] == [@run, files] }
    assert_equal [[], 0], [@logs.all, waiting]
  end

  test 'what is not to be read is forgotten, until its folder is gone' do
    files = @logs.files(@run)
    @logs.decide { :unread }
    assert_equal [[:forget], nil], [files.done, @logs.files(@run)]
    @logs.remove_all_but([])
    assert_not_nil @logs.files(@run)
  end

  test 'a run that is gone goes on waiting with what is open' do
    files = @logs.files(@run)
    @logs.remove_all_but([])
    assert_equal [[:remove], [files]], [files.done, @logs.all]
  end

  test 'waiting is said once, when it takes long' do
    @logs.files(@run)
    [0, 9, 10, 20].each do |now|
      @now = now
      @logs.decide { nil }
    end
    assert_equal ['logs wait unread until the API server tells the labels of their pods, by which they are selected ' \
                  'files=2 first="shop_cart_uid/app/0"'], said
    2.times { @logs.decide { true } }
    assert_equal ['all logs are read again, since the labels of their pods are known'], said[1..]
  end
end
