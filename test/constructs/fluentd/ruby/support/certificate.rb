# frozen_string_literal: true

require 'openssl'

# A key and a certificate for `localhost` that signs itself.
class Certificate
  attr_reader :key

  def initialize
    @key = OpenSSL::PKey::EC.generate('prime256v1')
    @certificate = OpenSSL::X509::Certificate.new
    @certificate.public_key = @key
    name
    date
    @certificate.sign(@key, 'SHA256')
  end

  def to_pem
    @certificate.to_pem
  end

  def context
    OpenSSL::SSL::SSLContext.new.tap { |context| context.add_certificate(@certificate, @key) }
  end

  private

  def name
    @certificate.version = 2
    @certificate.serial = 1
    @certificate.subject = @certificate.issuer = OpenSSL::X509::Name.parse('/CN=localhost')
    extension = OpenSSL::X509::ExtensionFactory.new.create_extension('subjectAltName', 'DNS:localhost')
    @certificate.add_extension(extension)
  end

  def date
    @certificate.not_before = Time.now - 60
    @certificate.not_after = Time.now + 3600
  end
end
