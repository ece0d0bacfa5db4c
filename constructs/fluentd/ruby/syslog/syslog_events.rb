# frozen_string_literal: true

require 'fluent/event'
require 'fluent/time'
require_relative '../common/metrics'
require_relative '../common/pipeline_error'
require_relative '../fit/storable_time'
require_relative 'syslog_message'

module Efk
  # Makes events of messages that have arrived. None is lost for how it is written: what is no message of syslog is an
  # event as well, and marked.
  class SyslogEvents
    NONE = 'not a message of syslog'
    TORN = 'a message that the end of its connection cut off'
    LATER = '@timestamp: the time of arrival, since that of the message is more than a day later'
    SCRUBBED = 'message: bytes that are not UTF-8 were replaced by U+FFFD'
    PARTIAL = ['partial'].freeze

    # A clock without a zone is wrong by less. In seconds.
    LATEST = 86_400

    # What a message says of itself, and where it stands in the record.
    FIELDS = {
      'log.level' => %w[level], 'log.syslog.hostname' => %w[syslog hostname],
      'log.syslog.appname' => %w[syslog appname], 'log.syslog.procid' => %w[syslog procid],
      'log.syslog.msgid' => %w[syslog msgid],
      'log.syslog.facility.code' => %w[syslog facility code], 'log.syslog.severity.code' => %w[syslog severity code],
      'log.syslog.structured_data' => %w[syslog structured_data]
    }.freeze

    # What has arrived: its text, the address of its peer, its number, the fields that a message has of which it is a
    # later piece, whether it goes on, and whether its end is missing.
    Arrived = Struct.new(:text, :peer, :number, :begun, :more, :torn, keyword_init: true)

    def initialize(tag, zone, arrival)
      @message = SyslogMessage.new(zone)
      @arrival = arrival
      @time = StorableTime.new
      @labels = { input: tag }
      @bad = Metrics.counter(:fluentd_input_bad_messages_total,
                             'Messages that were stored as text because they are not what the input reads.', [:input])
      @bad.init_label_set(@labels)
    end

    # A new stream at each call.
    def stream(arrived)
      events = Fluent::MultiEventStream.new
      arrived.each do |each|
        record = record(each)
        events.add(Fluent::EventTime.from_time(record.delete('time')), record)
      end
      events
    end

    # What a message says of itself, for its further pieces; nil if it is none.
    def fields(text, number)
      @message.read(text.valid_encoding? ? text : text.scrub, Time.at(0, number, :nsec).utc)
    end

    private

    def record(arrived)
      number = arrived.number
      fields = arrived.begun || fields(arrived.text, number)
      record = { 'message' => message(arrived, fields), '_id' => @arrival.id(number),
                 'source' => { 'ip' => arrived.peer }, 'log' => log(fields || {}, number, arrived.more) }
      marks(arrived, fields).each { |why| PipelineError.mark(record, why) }
      with_time(record, fields && fields['time'], Time.at(0, number, :nsec).utc)
    end

    def message(arrived, fields)
      text = arrived.begun || fields.nil? ? arrived.text : fields['message']
      text.valid_encoding? ? text : text.scrub
    end

    def marks(arrived, fields)
      [(bad if fields.nil?), (TORN if arrived.torn), (SCRUBBED unless arrived.text.valid_encoding?)].compact
    end

    def bad
      @bad.increment(labels: @labels)
      NONE
    end

    def log(fields, number, more)
      log = { 'offset' => number }
      log['flags'] = PARTIAL if more
      FIELDS.each do |name, (*path, last)|
        path.reduce(log) { |at, key| at[key] ||= {} }[last] = fields[name] if fields.key?(name)
      end
      log
    end

    def with_time(record, written, arrived)
      PipelineError.mark(record, LATER) if written && written > arrived + LATEST
      time = written.nil? || written > arrived + LATEST ? arrived : written
      record.merge!('@timestamp' => @time.text(time), 'time' => time)
    end
  end
end
