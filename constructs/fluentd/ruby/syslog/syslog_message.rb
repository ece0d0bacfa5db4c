# frozen_string_literal: true

require_relative '../parsers/syslog_lines'
require_relative '../treatments/written_time'

module Efk
  # A message of syslog as it comes over the network: of RFC 5424, of RFC 3164, or as devices write what they take for
  # it. What has a priority is a message, whatever follows; of the rest only what is surely a header is taken for one.
  class SyslogMessage
    PRIORITY = /\A<(\d{1,3})>/
    MODERN = /\A<\d{1,3}>1 /
    # With a year or a fraction, as some devices write it.
    OLD_TIME = /[A-Z][a-z]{2} [ \d]\d(?: \d{4})? \d\d:\d\d:\d\d(?:\.\d{1,9})?/
    HEADER = /\A(#{SyslogLines::ISO}|#{OLD_TIME}) /
    NO_HOST = %r{\A[\w./@()-]{1,48}(?:\[[\w.-]{1,128}\])?:(?: |\z)}
    TAG = %r{\A([\w./@()-]{1,48})(?:\[([\w.-]{1,128})\])?: ?}
    HOST = /\A(\S{1,255}) /

    # A message comes after it was written: of the years that a time without one may be in, it is the one that brings
    # it nearest to half a year ago. In seconds.
    HALF_A_YEAR = 181 * 86_400

    # The zone holds for times that say none.
    def initialize(zone)
      @zone = zone
      @iso = WrittenTime.new('iso8601', zone)
      @formats = Hash.new { |known, format| known[format] = WrittenTime.new(format, zone) }
      @lines = SyslogLines.new
      @last = []
    end

    # The fields of +text+, which is valid UTF-8: `time`, a Time, `message`, and those of `log.syslog` by their dotted
    # names. Nil if it is none. +near+ is the time of its arrival.
    def read(text, near)
      priority = PRIORITY.match(text)
      return if priority.nil? || priority[1].to_i > SyslogLines::MOST

      fields = MODERN.match?(text) ? @lines.read(text) : old(priority)
      return unless fields

      written = fields.delete('time')
      time = written && time_of(written, near)
      time ? fields.merge('time' => time) : fields
    end

    private

    def old(priority)
      facility, severity = priority[1].to_i.divmod(8)
      fields = { 'log.syslog.facility.code' => facility, 'log.syslog.severity.code' => severity,
                 'log.level' => SyslogLines::LEVELS[severity] }
      header = HEADER.match(rest = priority.post_match)
      return fields.merge('message' => rest) unless header

      fields['time'] = header[1]
      host_and_tag(header.post_match, fields)
    end

    # A program that writes to the local socket sends no host.
    def host_and_tag(text, fields)
      if !NO_HOST.match?(text) && (host = HOST.match(text))
        fields['log.syslog.hostname'] = host[1]
        text = host.post_match
      end
      fields.merge(tag(text))
    end

    def tag(text)
      tag = TAG.match(text) or return { 'message' => text }
      { 'log.syslog.appname' => tag[1], 'log.syslog.procid' => tag[2], 'message' => tag.post_match }.compact
    end

    # Messages come many to a second.
    def time_of(written, near)
      return @last[1] if @last[0] == written

      time = written.match?(/\A\d/) ? @iso.read(written, near) : old_time(written, near)
      @last = [written, time].freeze
      time
    end

    def old_time(written, near)
      year = written.match?(/\A.{6} \d{4} /) ? ' %Y' : ''
      fraction = written.include?('.') ? '.%N' : ''
      @formats["%b %e#{year} %H:%M:%S#{fraction}"].read(written, near - HALF_A_YEAR)
    end
  end
end
