# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/kafka/kafka_settings'

class KafkaSettingsTest < Test::Unit::TestCase
  Told = Struct.new(:brokers, :group, :begin_at, :tls, :ca_path, :cert_path, :private_key_path, :user, :password,
                    :mechanism, keyword_init: true)

  def settings(**more)
    told = { brokers: %w[a:1 b:2], group: 'g', begin_at: :earliest, tls: true, mechanism: :'scram-sha-512' }
    Efk::KafkaSettings.of(Told.new(**told, **more))
  end

  test 'over TLS, with an authority that the image trusts' do
    assert_equal({ 'bootstrap.servers' => 'a:1,b:2', 'group.id' => 'g', 'auto.offset.reset' => 'earliest',
                   'security.protocol' => 'ssl', 'ssl.ca.location' => 'probe' }, settings)
  end

  test 'with a user' do
    found = settings(user: 'u', password: 'p')
    assert_equal(%w[sasl_ssl SCRAM-SHA-512 u p],
                 found.values_at('security.protocol', 'sasl.mechanism', 'sasl.username', 'sasl.password'))
  end

  test 'with files, and without TLS' do
    found = settings(ca_path: '/ca', cert_path: '/crt', private_key_path: '/key')
    assert_equal(%w[/ca /crt /key],
                 found.values_at('ssl.ca.location', 'ssl.certificate.location', 'ssl.key.location'))
    assert_equal('plaintext', settings(tls: false)['security.protocol'])
    assert_equal('sasl_plaintext', settings(tls: false, user: 'u', password: 'p')['security.protocol'])
  end
end
