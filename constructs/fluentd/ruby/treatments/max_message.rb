# frozen_string_literal: true

require_relative 'dropped_records'
require_relative 'treated_records'

module Efk
  # Bounds the size of messages: a longer one is cut, never within a character, or its record is dropped. The fields of
  # a message that is cut are left out, since they are as large.
  class MaxMessage
    CONFIG = proc do
      config_section :max_message, multi: false, param_name: :max_message do
        desc 'The most bytes that a message may have.'
        config_param :size, :size
        desc 'What is done to a longer one.'
        config_param :over, :enum, list: %i[truncate drop], default: :truncate
      end
    end

    TRUNCATED = ['truncated'].freeze

    def self.steps(section)
      section.max_message ? [new(section.name, section.max_message)] : []
    end

    def initialize(treatment, bound)
      @size = bound.size
      @cuts = bound.over == :truncate
      @counted = @cuts ? truncated(treatment) : DroppedRecords.new(treatment, 'maxMessage')
    end

    def call(record, _time)
      message = record['message']
      return record unless message.is_a?(String) && message.bytesize > @size

      @counted.count(record)
      cut(record, message) if @cuts
    end

    private

    def truncated(treatment)
      TreatedRecords.new(:fluentd_treatments_truncated_records_total, 'Records whose message was cut.', treatment)
    end

    def cut(record, message)
      record.delete('json')
      log = record['log'].is_a?(Hash) ? record['log'] : {}
      record['log'] = log.merge('flags' => Array(log['flags']) | TRUNCATED)
      record['message'] = message.byteslice(0, whole(message))
      record
    end

    # Bytes up to the character that does not fit.
    def whole(message)
      size = @size
      size -= 1 while size.positive? && (message.getbyte(size) & 0xC0) == 0x80
      size
    end
  end
end
