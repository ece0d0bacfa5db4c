# frozen_string_literal: true

require 'json'

# What real nodes answered to bulk requests, by version and title.
module BulkExchanges
  FOLDER = File.expand_path('../../../../fluentd/elasticsearch', __dir__)
  ALL = %w[8 9].to_h do |version|
    exchanges = JSON.parse(File.read("#{FOLDER}/exchanges-#{version}.json"))['exchanges']
    [version, exchanges.to_h { |exchange| [exchange['title'], exchange] }]
  end

  module_function

  # The answer as it is sent, nil for none.
  def answer(version, title)
    response = ALL.fetch(version).fetch(title)['response']
    text = response['body'] == '' ? '' : JSON.generate(response['body'])
    Efk::BulkAnswer.new(response['status'], text)
  end
end
