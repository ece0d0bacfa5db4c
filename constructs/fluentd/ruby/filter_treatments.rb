# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'treatments/treatment'

module Fluent
  module Plugin
    # Does to the records of a container what its team asked for: drops, samples, redacts, and so on. Which treatment a
    # container has was decided when its file was opened, so that a thousand treatments cost a record what one does: a
    # lookup by name. Records without a treatment pass.
    class TreatmentsFilter < Filter
      Fluent::Plugin.register_filter('treatments', self)

      desc 'Whether well-known fields of messages are moved into the typed fields of the Elastic Common Schema.'
      config_param :promote, :bool, default: true
      desc 'Whether records keep the name of their treatment, for a filter that takes it out.'
      config_param :keep_name, :bool, default: false

      config_section :treatment, multi: true, required: true, param_name: :treatments do
        desc 'Name that the input has written into the records.'
        config_argument :name, :string
        Efk::Treatment::OPTIONS.each { |option| instance_exec(&option::CONFIG) }
      end

      def configure(conf)
        super
        @named = @treatments.to_h { |section| [section.name, Efk::Treatment.new(section, log, promote: @promote)] }
      end

      # Not `filter`: called for each record by Fluentd it costs as much again as what it does (measured).
      def filter_stream(_tag, events)
        treated = MultiEventStream.new
        events.each do |time, record|
          record = treat(record.delete('_treatment'), record, time)
          treated.add(time, record) if record
        end
        treated
      end

      private

      def treat(name, record, time)
        treatment = @named[name] or return record
        record = treatment.apply(record, time)
        record['_treatment'] = name if record && @keep_name
        record
      end
    end
  end
end
