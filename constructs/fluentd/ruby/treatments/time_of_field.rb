# frozen_string_literal: true

require_relative '../fit/storable_time'
require_relative 'field'
require_relative 'treated_records'
require_relative 'written_time'

module Efk
  # Takes the time of a record from a field. The time of the runtime stays where the field is missing, and where it is
  # no time, none that Elasticsearch stores, or one of the future, which is counted: a document that seems to be newer
  # than all others hides them. Identity and order within a time do not change.
  class TimeOfField
    CONFIG = proc do
      config_section :time, multi: false, param_name: :time do
        desc 'Name of the field.'
        config_param :field, :string
        desc 'How it is written: iso8601, unix, unix_ms, or a format of strptime.'
        config_param :format, :string, default: 'iso8601'
        desc 'Zone of times that say none: a name of the time zone database, or an offset.'
        config_param :zone, :string, default: nil
      end
    end

    # So far may a clock be ahead of that of the node. In seconds.
    AHEAD = 3600
    ECS = %w[json.@timestamp iso8601].freeze

    def self.steps(section)
      time = section.time
      return [new(section.name, time.field, WrittenTime.new(time.format, time.zone))] if time
      return [] unless section.parsers.any? { |parser| parser.format == :ecs }

      [new(section.name, ECS.first, WrittenTime.new(ECS.last, nil))]
    end

    def initialize(treatment, field, written)
      @field = Field.new(field)
      @written = written
      @storable = StorableTime.new
      @failures = TreatedRecords.new(:fluentd_treatments_time_failures_total,
                                     'Records whose field has no time that can be theirs', treatment)
    end

    # +time+ is that of the runtime.
    def call(record, time)
      value = @field.get(record)
      return record if value.nil?

      near = Time.at(time.sec, time.nsec, :nsec).utc
      found = @written.read(value, near)
      if found && possible?(found, near)
        record['@timestamp'] = @storable.text(found)
      else
        @failures.count(record)
      end
      record
    end

    private

    def possible?(found, near)
      found - near <= AHEAD && StorableTime::RANGE.cover?((found.to_i * 1_000_000_000) + found.nsec)
    end
  end
end
