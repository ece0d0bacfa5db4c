# frozen_string_literal: true

require 'digest'
require_relative 'conditions'
require_relative 'dropped_records'

module Efk
  # Keeps a share of the records. What decides is a hash of a field, so that records that share a value, those of one
  # trace, are all kept or all dropped, on every node; a record without the field is decided by its own identity.
  class Sample
    CONFIG = proc do
      config_section :sample, multi: false, param_name: :sample do
        desc 'Share of the records that is kept.'
        config_param :keep, :float
        desc 'Name of the field that decides.'
        config_param :by, :string, default: nil
        desc 'Fields of records that are all kept, and what each must be.'
        config_param :except, :hash, default: nil
      end
    end

    RANGE = 2**64

    def self.steps(section)
      section.sample ? [new(section.name, section.sample)] : []
    end

    def initialize(treatment, sample)
      @below = (sample.keep * RANGE).round
      # Where a program writes it, if it is no field of its own yet.
      @fields = sample.by ? [Field.new(sample.by), Field.new("json.#{sample.by}")] : []
      @except = sample.except && Conditions.new(sample.except)
      @dropped = DroppedRecords.new(treatment, 'sample')
    end

    def call(record, _time)
      return record if @except&.fulfilled?(record) || kept?(record)

      @dropped.count(record)
      nil
    end

    private

    def kept?(record)
      value = nil
      @fields.each { |field| value ||= field.get(record) }
      Digest::SHA256.digest((value || record['_id']).to_s).unpack1('Q>') < @below
    end
  end
end
