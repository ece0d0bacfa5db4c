# frozen_string_literal: true

require 'test/unit'
require 'fluent/log'
require 'fluent/test'
require_relative '../../../../../constructs/fluentd/ruby/pods/pod_watch'

# What a watch makes of the answers of an API server.
class PodWatchTest < Test::Unit::TestCase
  # Answers what it was told to, in turn.
  class Server
    attr_reader :asked

    def initialize(*answers)
      @answers = answers
      @asked = []
    end

    def list
      @asked << :list
      answer
    end

    def watch(version, &)
      @asked << version
      answer.each(&)
    end

    def answer
      @answers.shift.tap { |answer| raise answer if answer.is_a?(Exception) }
    end
  end

  setup { @pauses = [] }

  def watch(*answers)
    @now = 0
    @server = Server.new(*answers)
    Efk::PodWatch.new(@server, Efk::KnownPods.new(['app'], []), Fluent::Test::TestLogger.new,
                      pause: ->(seconds) { @pauses << seconds }, clock: -> { @now })
  end

  def pod(uid, version, app = 'cart')
    { 'metadata' => { 'uid' => uid, 'resourceVersion' => version, 'labels' => { 'app' => app } } }
  end

  def event(type, object)
    { 'type' => type, 'object' => object }
  end

  def failures
    Prometheus::Client.registry.get(:fluentd_pod_metadata_watch_failures_total).get
  end

  test 'one list, then changes from its version on, and from the last one that came' do
    changes = [event('ADDED', pod('b', '11')), event('MODIFIED', pod('a', '12', 'shop')),
               event('BOOKMARK', { 'metadata' => { 'resourceVersion' => '20' } })]
    pods = watch([[pod('a', '9')], '10'], changes, [event('DELETED', pod('b', '21'))])
    assert_true pods.current?, 'the first answer may come in a moment'
    2.times { pods.attempt }
    assert_equal [:list, '10', '20'], @server.asked
    assert_equal(%w[shop cart], %w[a b].map { |uid| pods[uid].dig('labels', 'app') })
    assert_true pods.current?
  end

  data('as an answer' => Efk::ApiServer::Gone.new, 'as an event' => nil)
  test 'a version that the server has forgotten is followed by a list' do |gone|
    second = gone || [event('ERROR', { 'kind' => 'Status', 'code' => 410 })]
    pods = watch([[pod('a', '9')], '10'], second, [[pod('c', '30')], '31'], [])
    2.times { pods.attempt }
    assert_equal [:list, '10', :list, '31'], @server.asked
    assert_not_nil pods['c']
    assert_equal [], @pauses
  end

  test 'an API server that is away is counted, and asked again after longer and longer pauses' do
    pods = watch([[pod('a', '9')], '10'], *Array.new(7) { Errno::ECONNREFUSED.new }, [])
    before = failures
    8.times { pods.attempt }
    assert_equal before + 7, failures
    assert_equal ['10'] * 8, @server.asked[1..]
    [1, 2, 4, 8, 16, 30, 30].zip(@pauses) { |least, pause| assert_include (least..(least * 1.5)), pause }
    assert_not_nil pods['a']
  end

  test 'a pod that was there when all were listed would be known a moment later' do
    pods = watch([[], '10'], [])
    assert_false pods.would_know?(0)
    pods.attempt
    assert_equal([false, true], [4, 5].map { |now| (@now = now) && pods.would_know?(0) })
    assert_equal([false, true], [6, 8].map { |now| (@now = now) && pods.would_know?(3) })
  end

  test 'one that was asked for later when the server has said something since' do
    pods = watch([[], '10'], [], [event('BOOKMARK', { 'metadata' => { 'resourceVersion' => '20' } })],
                 [event('BOOKMARK', { 'metadata' => { 'resourceVersion' => '21' } })])
    found = [0, 104, 105].map do |now|
      @now = now
      pods.attempt
      @now = 1000
      pods.would_know?(100)
    end
    assert_equal([false, false, true], found)
  end

  test 'none as long as the server does not answer' do
    pods = watch([[], '10'], Errno::ECONNREFUSED.new)
    pods.attempt
    @now = 1000
    assert_false pods.would_know?(0)
  end

  test 'an error of the server within a watch is counted too' do
    pods = watch([[], '10'], [event('ERROR', { 'kind' => 'Status', 'code' => 500 })])
    before = failures
    pods.attempt
    assert_equal before + 1, failures
    assert_false pods.current?
  end
end
