# frozen_string_literal: true

require 'openssl'
require 'tmpdir'
require 'test/unit'
require 'fluent/test'
require_relative '../../../../../constructs/fluentd/ruby/collector/certificate_metrics'

# When certificates of servers expire.
class CertificateMetricsTest < Test::Unit::TestCase
  DAY = 86_400

  # An input, with what its part of the configuration says.
  Input = Struct.new(:plugin_id, :config)
  # One that reads its certificate again.
  class WatchfulInput < Input
    def reads_certificate_again? = true
  end

  setup do
    Fluent::Test.setup
    @folder = Dir.mktmpdir
    @inputs = []
    inputs = @inputs
    Fluent::Engine.root_agent.define_singleton_method(:inputs) { inputs }
    @metrics = Efk::CertificateMetrics.new
  end

  teardown do
    Fluent::Engine.root_agent.singleton_class.remove_method(:inputs)
    FileUtils.remove_entry(@folder)
  end

  def certificate(name, days)
    key = OpenSSL::PKey::EC.generate('prime256v1')
    made = OpenSSL::X509::Certificate.new
    made.subject = made.issuer = OpenSSL::X509::Name.parse("/CN=#{name}")
    made.serial = 1
    made.not_before = Time.now - DAY
    made.not_after = Time.at(days * DAY)
    made.public_key = key
    made.sign(key, 'SHA256')
    made.to_pem
  end

  def write(name, *pems)
    File.join(@folder, name).tap { |path| File.write(path, pems.join) }
  end

  def input(type, id, conf)
    @inputs << type.new(id, Fluent::Config.parse(conf, '(test)', '', syntax: :v1))
  end

  def expires
    @metrics.refresh
    values = Prometheus::Client.registry.get(:fluentd_certificate_expires_timestamp_seconds).values
    values.to_h { |labels, time| [labels[:certificate], time.to_i / DAY] }
  end

  test 'every server is shown by its id, also with authorities behind its own certificate, and nothing else is' do
    path = write('a.crt', certificate('a', 30_000), certificate('authority', 40_000))
    input(Input, 'metrics', "<transport tls>\ncert_path #{path}\n</transport>")
    input(Input, 'syslog', "cert_path #{path}")
    2.times { |port| input(Input, "devices_#{port}", "tag devices\ncert_path #{path}") }
    input(Input, 'plain', 'port 1')
    assert_equal({ 'metrics' => 30_000, 'syslog' => 30_000, 'devices' => 30_000 }, expires)
  end

  test 'one that was replaced is shown where it is read again, and elsewhere the one that is served' do
    path = write('a.crt', certificate('a', 30_000))
    input(Input, 'metrics', "cert_path #{path}")
    input(WatchfulInput, 'syslog', "cert_path #{path}")
    expires
    write('a.crt', certificate('a', 31_000))
    assert_equal({ 'metrics' => 30_000, 'syslog' => 31_000 }, expires)
  end

  data('missing' => nil, 'no certificate' => 'x')
  test 'a file that is %s is not shown' do |text|
    path = File.join(@folder, 'a.crt')
    File.write(path, text) if text
    input(Input, 'metrics', "cert_path #{path}")
    assert_empty expires
  end
end
