# frozen_string_literal: true

require 'ipaddr'

module Efk
  # Whether what looks like a secret is one. Logs are full of long numbers and of words with colons.
  module Plausible
    # First digits and lengths that issuers of cards use (ISO/IEC 7812; ranges as in the rules of the issuers).
    CARDS = [
      [/\A4/, [13, 16, 19]], [/\A(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], [/\A3[47]/, [15]],
      [/\A(?:6011|64[4-9]|65)/, 16..19], [/\A3(?:0[0-5]|[689])/, 14..19], [/\A35(?:2[89]|[3-8])/, 16..19],
      [/\A62/, 16..19], [/\A(?:5018|5020|5038|5893|6304|6759|676[1-3])/, 12..19], [/\A220[0-4]/, 16..19],
      [/\A(?:508|81|82)/, [16]]
    ].freeze
    GAP = "[ .\u00a0-]"
    FORMS = [/\A(?:\d{4}#{GAP}){4}\d{1,3}(?!\d)/, /\A(?:\d{4}#{GAP}){3}\d{1,4}(?!\d)/,
             /\A\d{4}#{GAP}\d{6}#{GAP}\d{4,5}(?!\d)/, /\A\d{12,19}(?!\d)/].freeze
    # Characters of an IBAN by country (the registry of SWIFT).
    IBANS = {
      'AD' => 24, 'AE' => 23, 'AL' => 28, 'AT' => 20, 'AZ' => 28, 'BA' => 20, 'BE' => 16, 'BG' => 22, 'BH' => 22,
      'BI' => 27, 'BR' => 29, 'BY' => 28, 'CH' => 21, 'CR' => 22, 'CY' => 28, 'CZ' => 24, 'DE' => 22, 'DJ' => 27,
      'DK' => 18, 'DO' => 28, 'EE' => 20, 'EG' => 29, 'ES' => 24, 'FI' => 18, 'FK' => 18, 'FO' => 18, 'FR' => 27,
      'GB' => 22, 'GE' => 22, 'GI' => 23, 'GL' => 18, 'GR' => 27, 'GT' => 28, 'HN' => 28, 'HR' => 21, 'HU' => 28,
      'IE' => 22, 'IL' => 23, 'IQ' => 23, 'IS' => 26, 'IT' => 27, 'JO' => 30, 'KW' => 30, 'KZ' => 20, 'LB' => 28,
      'LC' => 32, 'LI' => 21, 'LT' => 20, 'LU' => 20, 'LV' => 21, 'LY' => 25, 'MC' => 27, 'MD' => 24, 'ME' => 22,
      'MK' => 19, 'MN' => 20, 'MR' => 27, 'MT' => 31, 'MU' => 30, 'NI' => 28, 'NL' => 18, 'NO' => 15, 'OM' => 23,
      'PK' => 24, 'PL' => 28, 'PS' => 29, 'PT' => 25, 'QA' => 29, 'RO' => 24, 'RS' => 22, 'RU' => 33, 'SA' => 24,
      'SC' => 31, 'SD' => 18, 'SE' => 24, 'SI' => 19, 'SK' => 24, 'SM' => 27, 'SO' => 23, 'ST' => 25, 'SV' => 28,
      'TL' => 23, 'TN' => 24, 'TR' => 26, 'UA' => 29, 'VA' => 22, 'VG' => 24, 'XK' => 20, 'YE' => 30
    }.freeze
    # What stands behind an @ in names of files: logo@2x.png.
    FILES = /\.(?:png|jpe?g|gif|svg|webp|css|js|ts|map|so|service|socket|timer|mount|slice|target)\z/i

    module_function

    # How many characters of +text+ are a card number, written at once or in the groups that are on cards.
    def card_length(text)
      FORMS.each do |form|
        digits = text[form]
        return digits.size if digits && card?(digits.delete('^0-9'))
      end
      nil
    end

    def card?(digits)
      CARDS.any? { |first, lengths| lengths.include?(digits.size) && first.match?(digits) } && luhn?(digits)
    end

    # The check digit of cards.
    def luhn?(digits)
      sum = digits.reverse.each_char.with_index.sum do |digit, index|
        number = digit.to_i * (index.odd? ? 2 : 1)
        number > 9 ? number - 9 : number
      end
      (sum % 10).zero?
    end

    # How many characters of +text+ are an IBAN, whose country says how long it is; nil if there is none.
    def iban_length(text)
      length = IBANS[text[0, 2].upcase] or return nil
      iban = text[/\A(?:[A-Za-z0-9][ -]?){#{length - 1}}[A-Za-z0-9](?![A-Za-z0-9])/] or return nil
      iban.size if mod97?(iban.delete('^A-Za-z0-9').upcase)
    end

    # The check digits of IBANs (ISO 7064).
    def mod97?(iban)
      (iban[4..] + iban[0, 4]).gsub(/[A-Z]/) { |letter| (letter.ord - 55).to_s }.to_i % 97 == 1
    end

    # Not a time of day, nor the hardware address of 8 bytes, nor the namespaces of a programming language.
    def ipv6?(text)
      groups = text.split('%').first.split(':')
      return false if groups.none?(/\d/) || (groups.size == 8 && groups.all? { |group| group.size == 2 })

      IPAddr.new(text).ipv6?
    rescue IPAddr::Error
      false
    end

    def email?(text)
      !FILES.match?(text)
    end

    # Words stand behind `Basic` and `Bearer` too: "Basic authentication failed".
    def token?(text)
      text.match?(/\d|[._~+=]|[a-z][A-Z]/) && text.size >= 8
    end
  end
end
