# frozen_string_literal: true

require_relative '../common/metrics'
require_relative '../common/rare_log'
require_relative 'api_server'
require_relative 'known_pods'

module Efk
  # Keeps what is known of the pods of a node up to date: one list, then one connection over which changes come.
  class PodWatch
    # Pauses between attempts grow from the first to the second, each up to half longer, so that the nodes of a cluster
    # do not come all at once. In seconds.
    PAUSES = (1..30)
    # A change reaches us within this time, if the server tells any. In seconds.
    DELAY = 5

    # That of the filter, for the input: one connection for a node is enough.
    class << self
      attr_accessor :of_node
    end

    def initialize(server, pods, log, pause: ->(seconds) { sleep seconds },
                   clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) })
      @server = server
      @pods = pods
      @log = RareLog.new(log)
      @pause = pause
      @clock = clock
      @failures = Metrics.counter(:fluentd_pod_metadata_watch_failures_total,
                                  'Times that the API server did not answer or ended a watch with an error.')
      @failures.init_label_set({})
      @known = Metrics.gauge(:fluentd_pod_metadata_pods, 'Pods of the node whose metadata are known.')
      @known.set(0)
    end

    def start
      @thread = Thread.new { loop { attempt } }
    end

    # It waits for the server most of the time.
    def stop
      @thread&.kill&.join
    end

    # What is known of a pod, or nil.
    def [](uid) = @pods[uid]

    # All labels of a pod, or nil if it is not known.
    def labels(uid) = @pods.labels(uid)

    # Whether a pod that was asked for at +time+ would be known by now if it were there: some time has gone by since all
    # were listed, or, as a connection may have died silently, the server has said something since.
    def would_know?(time)
      return false unless @current

      first = [time, @listed_at].max
      first - @listed_at < DELAY ? @clock.call - first >= DELAY : @heard_at - time >= DELAY
    end

    # Whether a pod that is there is known, or will be in a moment: also before the first answer, since logs are read
    # as soon as Fluentd runs.
    def current? = @current != false

    # Lists if it must, and watches until the server ends it.
    def attempt
      list unless @version
      @server.watch(@version) { |event| take(event) }
      @failed = 0
    rescue ApiServer::Gone
      @version = nil
    rescue StandardError => e
      failed(e)
    end

    private

    def list
      objects, @version = @server.list
      @pods.replace(objects)
      @known.set(@pods.size)
      @failed = 0
      @listed_at = @heard_at = @clock.call
      @current = true
    end

    def take(event)
      object = event['object']
      @heard_at = @clock.call
      @current = true
      case event['type']
      when 'ADDED', 'MODIFIED' then @pods.put(object)
      when 'DELETED' then @pods.remove(object)
      when 'ERROR' then refused(object)
      end
      @version = object.dig('metadata', 'resourceVersion')
      @known.set(@pods.size)
    end

    def refused(status)
      raise ApiServer::Gone if status['code'] == ApiServer::GONE

      raise ApiClient::Refused, status['code']
    end

    def failed(error)
      @current = false
      @failures.increment
      @log.warn(error.class, 'the API server says nothing of the pods of the node; logs go on without their metadata',
                error: error.class, reason: error.message)
      @failed = (@failed || 0) + 1
      @pause.call(pause_after(@failed) * (1 + (rand / 2)))
    end

    def pause_after(failures)
      [PAUSES.first * (2**[failures - 1, 5].min), PAUSES.last].min
    end
  end
end
