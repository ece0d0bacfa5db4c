# frozen_string_literal: true

require_relative '../common/pipeline_error'
require_relative '../common/rare_log'
require_relative 'dropped_records'

module Efk
  # Bounds how many lines a container may write in a time, by the times at which it wrote them, so that what is read
  # late is not dropped for it. How many were dropped stands in the next line that is kept, at most once a minute.
  class RateLimit
    CONFIG = proc do
      config_section :rate_limit, multi: false, param_name: :rate_limit do
        desc 'Lines that a container may write in the time.'
        config_param :lines, :integer
        desc 'The time.'
        config_param :per, :time
        desc 'Lines that it may write at once.'
        config_param :burst, :integer
      end
    end

    # Between two lines that say how many were dropped. In seconds.
    TELL = 60
    # Containers that are remembered, more than a node has; those that have written least lately are forgotten.
    MOST = 4096

    # What a container may still write, since when, what was dropped, and when that was told.
    Bucket = Struct.new(:tokens, :at, :dropped, :told)

    def self.steps(section)
      section.rate_limit ? [new(section.name, section.rate_limit)] : []
    end

    def initialize(treatment, limit)
      @rate = limit.lines.fdiv(limit.per)
      @burst = limit.burst
      @buckets = {}
      @treatment = treatment
      @dropped = DroppedRecords.new(treatment, 'rateLimit')
    end

    def report_to(log)
      @log = RareLog.new(log, interval: TELL)
    end

    def call(record, time)
      bucket = bucket_of(record['kubernetes'] || {}, time.to_f)
      return drop(record, bucket) if bucket.tokens < 1

      bucket.tokens -= 1
      bucket.dropped.positive? ? tell(record, bucket) : record
    end

    private

    def bucket_of(names, now)
      key = "#{names['pod_id']}/#{names['container_name']}"
      # Behind the others, as the one that was used last.
      bucket = @buckets.delete(key) || Bucket.new(@burst, now, 0, now - TELL)
      @buckets[key] = bucket
      @buckets.shift if @buckets.size > MOST
      fill(bucket, now) if now > bucket.at
      bucket
    end

    def fill(bucket, now)
      bucket.tokens = [bucket.tokens + ((now - bucket.at) * @rate), @burst].min
      bucket.at = now
    end

    def drop(record, bucket)
      bucket.dropped += 1
      @dropped.count(record)
      names = record['kubernetes'] || {}
      @log&.warn(:dropped, 'lines are dropped by rateLimit', treatment: @treatment,
                                                             namespace: names['namespace_name'],
                                                             pod: names['pod_name'], container: names['container_name'])
      nil
    end

    def tell(record, bucket)
      return record if bucket.at - bucket.told < TELL

      PipelineError.mark(record, "rateLimit: #{bucket.dropped} lines before this one were dropped")
      bucket.dropped = 0
      bucket.told = bucket.at
      record
    end
  end
end
