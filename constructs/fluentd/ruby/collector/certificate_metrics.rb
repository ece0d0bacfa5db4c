# frozen_string_literal: true

require 'openssl'
require 'fluent/engine'
require_relative '../common/metrics'

module Efk
  # When the certificates of this process expire: those with which it serves metrics, or takes events. Of most inputs it
  # is the one that was there when they started, since they read it once; those that read it again say so by
  # `reads_certificate_again?`.
  class CertificateMetrics
    PATH = 'cert_path'
    # Inputs of the environment give their name to their events.
    NAME = 'tag'

    def initialize
      @gauge = Metrics.gauge(:fluentd_certificate_expires_timestamp_seconds,
                             'When a certificate of a server of this process expires.', [:certificate])
      @first = {}
    end

    # What cannot be read is not shown as what it was.
    def refresh
      @gauge.show(servers.filter_map { |input, path| shown(input, path) }.to_h)
    end

    private

    def servers
      Fluent::Engine.root_agent.inputs.filter_map do |input|
        path = path_in(input.config)
        [input, path] if path
      end
    end

    def path_in(element)
      element[PATH] || element.elements.lazy.filter_map { |inner| path_in(inner) }.first
    end

    def shown(input, path)
      time = expires(path)
      time = @first[input.plugin_id] ||= time unless input.respond_to?(:reads_certificate_again?)
      [{ certificate: input.config[NAME] || input.plugin_id }, time] if time
    end

    # Nil while it cannot be read. A file may hold those of authorities behind its own.
    def expires(path)
      OpenSSL::X509::Certificate.load_file(path).first.not_after.to_i
    rescue SystemCallError, OpenSSL::X509::CertificateError
      nil
    end
  end
end
