# frozen_string_literal: true

require 'digest'
require 'fluent/time'
require 'time'

module Efk
  # The record of an entry of the journal. Its identity is the cursor, which no other entry of any node has; the number
  # of the entry in the journal, which is in the cursor, is the order of entries of one time.
  class JournalRecord
    CURSOR = /;i=(\h+);b=\h+;m=\h+;t=(\h+);/
    # By the numbers of syslog.
    LEVELS = %w[emergency alert critical error warn notice info debug].freeze
    SERVICE = /\.service\z/
    UNITS = %w[_SYSTEMD_UNIT _SYSTEMD_USER_UNIT SYSLOG_IDENTIFIER].freeze

    def initialize(node)
      @node = { 'host' => node.dup.freeze }.freeze
    end

    # The Fluent::EventTime and the record of the entry at +cursor+; +fields+ gives a field of it by its name, or nil.
    def build(cursor, fields)
      number, microseconds = CURSOR.match(cursor).captures.map { |digits| digits.to_i(16) }
      time = Fluent::EventTime.new(microseconds / 1_000_000, microseconds % 1_000_000 * 1000)
      [time, {
        '@timestamp' => text(time), 'message' => fields.call('MESSAGE') || '', '_id' => id(cursor, microseconds),
        'log' => log(number, fields.call('PRIORITY')), 'kubernetes' => @node,
        'process' => process(fields), 'service' => service(fields)
      }.compact]
    end

    private

    def text(time)
      Time.at(time.sec, time.nsec, :nsec).utc.iso8601(9)
    end

    def id(cursor, microseconds)
      "#{microseconds.to_s(36)}-#{Digest::SHA256.hexdigest(cursor).slice(0, 24)}"
    end

    def log(number, priority)
      level = LEVELS[priority.to_i] if priority&.match?(/\A[0-7]\z/)
      { 'offset' => number, 'level' => level }.compact
    end

    def process(fields)
      pid = fields.call('_PID')
      { 'pid' => pid.to_i } if pid&.match?(/\A\d{1,9}\z/)
    end

    # The unit without the word that most have, or what the process calls itself, as the kernel does.
    def service(fields)
      name = UNITS.lazy.map(&fields).find(&:itself)&.sub(SERVICE, '')
      { 'name' => name } unless name.nil? || name.empty?
    end
  end
end
