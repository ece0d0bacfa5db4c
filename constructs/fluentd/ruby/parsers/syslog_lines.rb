# frozen_string_literal: true

module Efk
  # Lines of syslog, of RFC 5424 and of RFC 3164 as daemons write them, with the priority or, as in files, without.
  class SyslogLines
    PRIORITY = /<(\d{1,3})>/
    ISO = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)/
    NEW = /\A#{PRIORITY}1 (#{ISO}|-) (\S{1,255}) (\S{1,48}) (\S{1,128}) (\S{1,32}) (?=[-\[])/
    OLD_TIME = /[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d/
    OLD = %r{\A(?:#{PRIORITY})?(#{ISO}|#{OLD_TIME})\ (\S{1,255})\ ([\w./@()-]{1,48})(?:\[(\d{1,10})\])?:\ ?(.*)\z}mx
    ELEMENT = /\G\[([^\s="\]\\]{1,32})((?: [^\s="\]\\]{1,32}="(?:[^"\\\]]|\\.)*+")*+)\]/
    PARAMETER = /([^\s="\]]{1,32})="((?:[^"\\\]]|\\.)*+)"/
    NEW_NAMES = %w[time log.syslog.hostname log.syslog.appname log.syslog.procid log.syslog.msgid].freeze
    LEVELS = %w[emergency alert critical error warn notice info debug].freeze
    MOST = 191
    MARK = "\uFEFF"

    def read(text)
      (match = NEW.match(text)) ? modern(match) : traditional(text)
    end

    private

    def modern(match)
      number, *values = match.captures
      return if number.to_i > MOST

      data, rest = structured(match.post_match)
      fields = NEW_NAMES.zip(values).reject { |_, value| value == '-' }.to_h
      fields['log.syslog.structured_data'] = data unless data.empty?
      priority(number).merge(fields, 'message' => rest.delete_prefix(' ').delete_prefix(MARK))
    end

    def structured(text)
      return [{}, text.delete_prefix('-')] if text.start_with?('-')

      data = {}
      at = 0
      while (element = ELEMENT.match(text, at))
        data[element[1]] = parameters(element[2])
        at = element.end(0)
      end
      [data, text[at..]]
    end

    def parameters(text)
      text.scan(PARAMETER).to_h { |name, value| [name, value.gsub(/\\(["\\\]])/, '\1')] }
    end

    def traditional(text)
      match = OLD.match(text) or return
      number, time, host, app, pid, message = match.captures
      return if number.to_i > MOST

      fields = { 'time' => time, 'log.syslog.hostname' => host, 'log.syslog.appname' => app,
                 'process.pid' => pid&.to_i, 'message' => message }.compact
      number ? priority(number).merge(fields) : fields
    end

    def priority(number)
      facility, severity = number.to_i.divmod(8)
      { 'log.syslog.priority' => number.to_i, 'log.syslog.facility.code' => facility,
        'log.syslog.severity.code' => severity, 'log.level' => LEVELS[severity] }
    end
  end
end
