# frozen_string_literal: true

require 'openssl'

module Efk
  # Who may send: those who know the token, or the user and the password. The comparison takes as long whatever is sent,
  # so that nobody can find out a secret byte by byte.
  class HttpAccess
    def initialize(token: nil, user: nil, password: nil)
      @digests = []
      @schemes = []
      allow('Bearer', token) if token
      allow('Basic', ["#{user}:#{password}"].pack('m0')) if user
      raise ArgumentError, 'a token, or a user with a password, must be given' if @schemes.empty?
    end

    def granted?(authorization)
      scheme, secret = authorization.to_s.split(' ', 2)
      given = digest("#{scheme.to_s.capitalize} #{secret.to_s.strip}")
      @digests.map { |known| OpenSSL.fixed_length_secure_compare(known, given) }.any?
    end

    # For the header `WWW-Authenticate`.
    def challenge
      @schemes.map { |scheme| "#{scheme} realm=\"logs\"" }.join(', ')
    end

    private

    # Of what clients may send in the header `Authorization`.
    def allow(scheme, secret)
      @schemes << scheme
      @digests << digest("#{scheme} #{secret}")
    end

    # All of one length, whatever is compared.
    def digest(text)
      OpenSSL::Digest::SHA256.digest(text)
    end
  end
end
