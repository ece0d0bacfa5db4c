# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'collector/certificate_metrics'
require_relative 'collector/disk_metrics'
require_relative 'collector/output_metrics'

module Fluent
  module Plugin
    # Shows what the collector holds: its buffers, its files on the node, and its certificates. It emits nothing.
    class CollectorMetricsInput < Input
      Fluent::Plugin.register_input('collector_metrics', self)
      helpers :timer

      desc 'Time between two looks.'
      config_param :interval, :time, default: 10
      desc 'Folder on the disk whose room is shown.'
      config_param :state, :string

      config_section :disk, multi: true, param_name: :disks do
        desc 'What for; a label of the metric.'
        config_argument :purpose, :string
        desc 'A file, or a folder with all that is in it.'
        config_param :path, :string
      end

      def multi_workers_ready?
        true
      end

      def configure(conf)
        super
        @outputs = Efk::OutputMetrics.new
        @certificates = Efk::CertificateMetrics.new
        @disk = Efk::DiskMetrics.new(@state, @disks.to_h { |disk| [disk.purpose, disk.path] })
      end

      def start
        super
        refresh
        timer_execute(:collector_metrics, @interval) { refresh }
      end

      private

      def refresh
        @outputs.refresh(Time.now)
        @disk.refresh
        @certificates.refresh
      rescue StandardError => e
        log.error 'metrics of the collector could not be shown', error: e.class, at: e.backtrace.first
      end
    end
  end
end
