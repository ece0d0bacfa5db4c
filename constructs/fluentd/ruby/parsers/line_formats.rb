# frozen_string_literal: true

require_relative 'access_lines'
require_relative 'csv_lines'
require_relative 'json_lines'
require_relative 'klog_lines'
require_relative 'logfmt_lines'
require_relative 'ltsv_lines'
require_relative 'pattern_lines'
require_relative 'server_error_lines'
require_relative 'syslog_lines'

module Efk
  # How a line may be written. What reads a format has `read(text)`, which returns the fields of +text+, valid UTF-8, or
  # nil if it is not written like that. Their time is as it stands there, for the option that takes it.
  module LineFormats
    # By name what makes the readers of a section.
    READERS = {
      apache: ->(_) { [AccessLines.new, ApacheErrorLines.new] },
      csv: ->(section) { [CsvLines.new(section.columns, separator: section.separator, quote: section.quote)] },
      ecs: ->(_) { [EcsLines.new] },
      json: ->(_) { [JsonLines.new] },
      klog: ->(_) { [KlogLines.new] },
      logfmt: ->(_) { [LogfmtLines.new] },
      ltsv: ->(_) { [LtsvLines.new] },
      nginx: ->(_) { [AccessLines.new, NginxErrorLines.new] },
      pattern: ->(section) { [PatternLines.new(section.pattern, section.names)] },
      syslog: ->(_) { [SyslogLines.new] }
    }.freeze

    CONFIG = proc do
      desc 'How lines are written.'
      config_param :format, :enum, list: READERS.keys
      desc 'Of the format pattern: a regular expression whose groups are the fields.'
      config_param :pattern, :string, default: nil
      desc 'Names of the groups of the pattern, in order; their own when left out.'
      config_param :names, :array, value_type: :string, default: nil
      desc 'Of the format csv: names of the values of a line, in order.'
      config_param :columns, :array, value_type: :string, default: nil
      desc 'Of the format csv: what stands between values.'
      config_param :separator, :string, default: ','
      desc 'Of the format csv: what stands around a value.'
      config_param :quote, :string, default: '"'
    end

    NEEDED = { csv: :columns, pattern: :pattern }.freeze

    # What reads the lines of +section+, the first that can.
    def self.readers(section)
      needed = NEEDED[section.format]
      raise Fluent::ConfigError, "the format #{section.format} must have #{needed}" if needed && section[needed].nil?

      READERS.fetch(section.format).call(section)
    end
  end
end
