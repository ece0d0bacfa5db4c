# frozen_string_literal: true

require_relative 'detector'
require_relative 'plausible'

module Efk
  # What is redacted by name. Letters and digits before or behind it make it part of something else: a hash, a UUID.
  module KnownDetectors
    SEPARATED = ->(secret) { secret.delete('^A-Za-z0-9').upcase }
    DOWNCASE = lambda(&:downcase)

    # A regular expression with the limit of time that all have.
    def self.regexp(*sources)
      Pattern.compile(sources.join)
    end

    BYTE = '(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)'
    IPV4 = "#{BYTE}(?:\\.#{BYTE}){3}".freeze
    IPV6 = "(?=[\\h:]*:[\\h:]*:)[\\h:]{2,39}(?:(?<=:)#{IPV4})?(?:%\\w{1,16})?(?!\\w)".freeze

    CARD_NUMBER = Detector.new(
      regexp('(?<![0-9A-Za-z])(?<!\d\.)(?:\d{12,19}|\d{4}(?:', Plausible::GAP, '\d{1,6}){2,4})(?![0-9A-Za-z])'),
      hint: regexp('\d{4}', Plausible::GAP, '?\d{4}'), normal: SEPARATED
    ) { |text| Plausible.card_length(text) }

    # Also in the query of a URL.
    EMAIL = Detector.new(
      regexp("(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}_+][\\p{L}\\p{N}._%+'-]{0,63}?(?:@|%40)",
             '(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}\p{L}{2,63}(?![\p{L}\p{N}])'),
      hint: regexp('@|%40'), normal: DOWNCASE
    ) { |text| Plausible.email?(text) }

    # What stands behind the name of the scheme.
    BEARER_TOKEN = Detector.new(
      regexp('(?i:\b(?:bearer|basic|token)(?: |%20|\+)+)\K[A-Za-z0-9._~+/-]{8,}=*'),
      hint: regexp('(?i:bearer|basic|token)')
    ) { |text| Plausible.token?(text) }

    # Signed ones have three parts, encrypted ones five.
    JWT = Detector.new(regexp('(?<![0-9A-Za-z])eyJ[\w-]{5,}(?:\.[\w-]*){2,4}'), hint: regexp('eyJ'))

    IBAN = Detector.new(
      regexp('(?<![0-9A-Za-z])[A-Za-z]{2}\d{2}(?:[ -]?[0-9A-Za-z]){11,41}'),
      hint: regexp('[A-Za-z]{2}\d\d[ -]?[0-9A-Za-z]{4}'), normal: SEPARATED
    ) { |text| Plausible.iban_length(text) }

    IP_ADDRESS_4 = Detector.new(
      regexp('(?<![\w.:])(?:::(?:ffff:)?)?', IPV4, '(?!\.?\d|\w)'), hint: regexp('\.\d{1,3}\.\d')
    )

    IP_ADDRESS_6 = Detector.new(
      regexp('(?<![\w.:])', IPV6), hint: regexp('::|:\h{1,4}:\h{1,4}:'), normal: DOWNCASE
    ) { |text| Plausible.ipv6?(text) }

    # The id of a key, and what stands behind the name of the secret one.
    AWS_KEY = Detector.new(
      regexp('(?<![0-9A-Za-z])(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AIPA|ANPA|ANVA|AROA)[A-Z0-9]{16}',
             '(?![0-9A-Za-z])|(?i:secret_?(?:access_?)?key)\W{1,8}\K[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])')
    )

    # To the end of the text if it has none.
    PRIVATE_KEY = Detector.new(
      regexp('-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?m:.*?)',
             '(?:-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|\z)'),
      hint: regexp('PRIVATE KEY')
    )

    URL_CREDENTIALS = Detector.new(
      regexp('(?<=://)[^\s/?#"\'<>\\\\]{1,512}(?=@)'), hint: regexp('://')
    )

    # By the names of the option.
    BY_NAME = { 'cardNumber' => [CARD_NUMBER], 'email' => [EMAIL], 'bearerToken' => [BEARER_TOKEN], 'jwt' => [JWT],
                'iban' => [IBAN], 'ipAddress' => [IP_ADDRESS_4, IP_ADDRESS_6], 'awsKey' => [AWS_KEY],
                'privateKey' => [PRIVATE_KEY], 'urlCredentials' => [URL_CREDENTIALS] }.freeze
  end
end
