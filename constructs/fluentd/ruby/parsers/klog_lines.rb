# frozen_string_literal: true

require_relative 'logfmt_lines'

module Efk
  # Lines of klog, which Kubernetes and its controllers write: https://github.com/kubernetes/klog. What was logged with
  # names and values has them behind a quoted message.
  class KlogLines
    LINE = /\A([IWEF])(\d{4} \d\d:\d\d:\d\d\.\d{6}) +(\d{1,10}) ([^\s:\]]{1,256}):(\d{1,9})\] (.*)\z/m
    STRUCTURED = /\A"((?:[^"\\]|\\.)*+)"(?:\z| (?=[^\s="]+=))/
    LEVELS = { 'I' => 'info', 'W' => 'warn', 'E' => 'error', 'F' => 'fatal' }.freeze

    def initialize
      @pairs = LogfmtLines.new
    end

    def read(text)
      match = LINE.match(text) or return
      letter, time, thread, file, line, message = match.captures
      structured(message).merge('time' => time, 'log.level' => LEVELS[letter], 'process.thread.id' => thread.to_i,
                                'log.origin.file.name' => file, 'log.origin.file.line' => line.to_i)
    end

    private

    def structured(message)
      match = STRUCTURED.match(message) or return { 'message' => message }
      rest = match.post_match
      pairs = rest.empty? ? {} : @pairs.read(rest)
      pairs ? { **pairs, 'message' => match[1].gsub(/\\(.)/m, '\1') } : { 'message' => message }
    end
  end
end
