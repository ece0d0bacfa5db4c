# frozen_string_literal: true

require_relative 'promotion_table'

module Efk
  # Moves what programs write under well-known keys out of `json`, where all is searched as text, into the fields of the
  # Elastic Common Schema, which have types: levels can be counted, durations averaged, traces followed. Only what fits
  # the type is moved; everything else stays as it is, and nothing takes the place of a field that is there. Of two keys
  # for one field the first counts that the program has written.
  class Promotion
    # Changes +record+ and returns it. A second time changes nothing.
    def promote(record)
      json = record['json']
      PromotionTable::ROOT.move(json, record) if json.is_a?(Hash)
      record
    end
  end
end
