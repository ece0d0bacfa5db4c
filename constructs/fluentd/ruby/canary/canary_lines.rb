# frozen_string_literal: true

require_relative '../common/metrics'

module Efk
  # The lines of a canary, from when they enter the buffer until Elasticsearch has stored them: each is found again by
  # its id. Those of before a restart are not known any more; the next one is.
  class CanaryLines
    # So many are waited for at most. After an outage the newest say all that the older ones do, and each costs a search
    # through what is delivered.
    MOST = 10

    Line = Struct.new(:tag, :node, :time)

    def initialize(namespace, container)
      @namespace = namespace
      @container = container
      @waiting = {}
      @newest = {}
      @mutex = Mutex.new
      @stored = Metrics.gauge(:fluentd_canary_stored_timestamp_seconds,
                              'When the newest line of the canary that is stored was written', [:node])
      @delay = Metrics.gauge(:fluentd_canary_delay_seconds, 'Time until it was stored', [:node])
    end

    # A record that goes to the buffer of +tag+; those of others cost two comparisons.
    def enter(tag, record, time)
      names = record['kubernetes']
      return unless names.is_a?(Hash) && names['container_name'] == @container &&
                    names['namespace_name'] == @namespace

      @mutex.synchronize do
        @waiting[record['_id']] = Line.new(tag, names['host'].to_s, time.to_f)
        @waiting.shift while @waiting.size > MOST
      end
    end

    # Documents of +tag+ were stored but for +dead+, which is a list of ids. The block gives the body of the request; it
    # is not called where no line is waited for.
    def delivered(tag, dead, now = Time.now.to_f)
      ids = @mutex.synchronize { @waiting.select { |_, line| line.tag == tag }.keys }
      return if ids.empty?

      body = yield
      ids.each { |id| settle(id, dead, now) if body.include?("\"#{id}\"") }
    end

    private

    def settle(id, dead, now)
      @mutex.synchronize do
        line = @waiting.delete(id)
        show(line, now) if line && !dead.include?(id) && line.time > @newest.fetch(line.node, 0)
      end
    end

    def show(line, now)
      labels = { node: line.node }
      @newest[line.node] = line.time
      @stored.set(line.time, labels: labels)
      @delay.set([now - line.time, 0].max, labels: labels)
    end
  end
end
