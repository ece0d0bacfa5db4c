# frozen_string_literal: true

require 'digest'
require_relative '../common/pipeline_error'

module Efk
  # The records of one container's events: where they come from, and their identity.
  class EventRecord
    PARTIAL = ['partial'].freeze
    TORN = 'not a line of a container runtime'

    # +names+ are the fields of `kubernetes`, +run+ counts the restarts of the container; +treatment+ is the name of its
    # treatment, if it has one.
    def initialize(names, data_stream, run, treatment = nil)
      @names = names.freeze
      @data_stream = data_stream
      @treatment = treatment
      @source = Digest::SHA256.hexdigest([*names.values, run].join('/')).slice(0, 14)
    end

    # The record of +line+ of +stream+, whose time is the Fluent::EventTime +time+.
    def build(line, stream, time)
      log = { 'offset' => line.from }
      log['flags'] = PARTIAL if line.partial
      record = {
        '@timestamp' => line.time, 'message' => line.text, 'stream' => stream, 'kubernetes' => @names,
        'data_stream' => @data_stream, 'log' => log, '_id' => id(line, time)
      }
      record['_treatment'] = @treatment if @treatment
      record
    end

    # The record of a line that no runtime has written, e.g. torn by a crash.
    def torn(line, time)
      PipelineError.mark(build(line, nil, time).compact, TORN)
    end

    private

    # The same line has the same identity whenever and under whatever name its file is read, so that sending it twice
    # stores it once; equal lines of one time, which conmon writes, have different ones. It begins with the source and
    # the time, because Lucene looks up neighbours faster, and needs no escaping in a URL or in JSON.
    def id(line, time)
      nanoseconds = (time.sec * 1_000_000_000) + time.nsec
      "#{@source}-#{nanoseconds.to_s(36)}-#{line.from.to_s(36)}-#{line.text.bytesize.to_s(36)}"
    end
  end
end
