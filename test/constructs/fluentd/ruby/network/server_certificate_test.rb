# frozen_string_literal: true

require 'test/unit'
require 'tmpdir'
require_relative '../../../../../constructs/fluentd/ruby/network/server_certificate'
require_relative '../support/certificate'

# A certificate that is renewed while the server runs.
class ServerCertificateTest < Test::Unit::TestCase
  setup do
    @folder = Dir.mktmpdir
    renew
  end

  teardown { FileUtils.rm_rf(@folder) }

  def path(name) = "#{@folder}/#{name}"

  def renew(at = Time.now - 60)
    certificate = Certificate.new
    write('tls.crt', certificate.to_pem, at)
    write('tls.key', certificate.key.to_pem, at)
  end

  def write(name, text, at)
    File.write(path(name), text)
    File.utime(at, at, path(name))
  end

  def certificate(*) = Efk::ServerCertificate.new(path('tls.crt'), path('tls.key'), *)

  # As if the time between two looks had passed.
  def later(certificate)
    certificate.instance_variable_set(:@at, -Efk::ServerCertificate::INTERVAL)
    certificate.context
  end

  test 'without an authority no client has to prove who it is, with one all have to' do
    assert_equal OpenSSL::SSL::VERIFY_NONE, certificate.context.verify_mode
    context = certificate(path('tls.crt')).context
    assert_equal OpenSSL::SSL::VERIFY_PEER | OpenSSL::SSL::VERIFY_FAIL_IF_NO_PEER_CERT, context.verify_mode
    assert_equal path('tls.crt'), context.ca_file
  end

  test 'a renewed certificate is taken over, and one that is not costs nothing' do
    certificate = self.certificate
    first = certificate.context
    assert_same first, later(certificate)
    renew(Time.now)
    assert_same first, certificate.context
    assert_not_same first, later(certificate)
  end

  test 'while the files cannot be read, or do not fit, the one before holds' do
    certificate = self.certificate
    first = certificate.context
    write('tls.crt', 'half a certi', Time.now)
    assert_same first, later(certificate)
    File.delete(path('tls.crt'))
    assert_same first, later(certificate)
    renew(Time.now)
    assert_not_same first, later(certificate)
  end

  test 'without any certificate it fails' do
    File.delete(path('tls.key'))
    assert_raise(Errno::ENOENT) { certificate.context }
  end
end
