# frozen_string_literal: true

module Efk
  # The settings of librdkafka for what a plugin is told.
  module KafkaSettings
    module_function

    # +told+ has `brokers`, `group`, `begin_at`, `tls`, `ca_path`, `cert_path`, `private_key_path`, `user`, `password`
    # and `mechanism`.
    def of(told)
      {
        'bootstrap.servers' => told.brokers.join(','), 'group.id' => told.group, 'auto.offset.reset' => told.begin_at,
        'security.protocol' => "#{'sasl_' if told.user}#{told.tls ? 'ssl' : 'plaintext'}",
        # The library is linked to an OpenSSL of its own, which looks for authorities where the image has them.
        'ssl.ca.location' => told.ca_path || 'probe',
        'ssl.certificate.location' => told.cert_path, 'ssl.key.location' => told.private_key_path, **user(told)
      }.compact.transform_values(&:to_s)
    end

    def user(told)
      return {} unless told.user

      { 'sasl.mechanism' => told.mechanism.to_s.upcase, 'sasl.username' => told.user, 'sasl.password' => told.password }
    end
  end
end
