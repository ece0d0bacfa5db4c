# frozen_string_literal: true

require 'json'
require 'test/unit'
require 'fluent/test'
require 'fluent/test/driver/filter'
require_relative '../../../../../constructs/fluentd/ruby/filter_treatments'

# What is redacted of records, and what happens if that fails.
class RedactTest < Test::Unit::TestCase
  KEY = 'k' * 32
  CARD = '4111111111111111'
  MASK = '[cardNumber redacted]'

  setup do
    Fluent::Test.setup
    @kubernetes = { 'pod_name' => 'p' }.freeze
  end

  def driver(sections)
    Fluent::Test::Driver::Filter.new(Fluent::Plugin::TreatmentsFilter)
                                .configure("<treatment web>\n#{sections}\n</treatment>")
  end

  def redact(names, *records, own: '')
    d = driver(names.map { |name| "<redact #{name}>\n</redact>" }.join("\n") + own)
    d.run(default_tag: 'kubernetes') { records.each { |record| d.feed(web(record)) } }
    d.filtered_records
  end

  def web(record)
    record = { 'message' => record } if record.is_a?(String)
    { '_treatment' => 'web', 'kubernetes' => @kubernetes, 'stream' => 'stdout', **record }
  end

  def count(name, labels)
    Prometheus::Client.registry.get(name).get(labels: { route: '', treatment: 'web', **labels })
  end

  test 'the message and all leaves of its fields, of any type and depth, and keys' do
    fields = { 'a' => CARD, 'n' => CARD.to_i, 'f' => CARD.to_f, 'deep' => [[{ 'x' => "pay #{CARD} now" }]],
               'ann@example.org' => 1, 'bob@example.org' => 2, 'ok' => [1, nil, true, 'é'] }
    record = redact(%w[cardNumber email], JSON.generate(fields)).first
    redacted = { 'a' => MASK, 'n' => MASK, 'f' => MASK, 'deep' => [[{ 'x' => "pay #{MASK} now" }]],
                 '[email redacted]' => 1, '[email redacted] 2' => 2, 'ok' => [1, nil, true, 'é'] }
    assert_equal [redacted, redacted], [record['json'], JSON.parse(record['message'])]
  end

  data('digits' => '{"c":"\u0034111111111111111"}', 'behind a line end' => '{"c":"a\n4111111111111111"}',
       'separators' => '{"c":"4111\u00201111\u00201111\u00201111"}', 'a key' => '{"\u0034111111111111111":1}',
       'JSON in JSON' => JSON.generate({ c: JSON.generate({ d: "a\n#{CARD}" }) }),
       'a key that is there twice' => '{"c":"\u0034111111111111111","c":"x"}',
       'text before' => 'INFO {"c":"\u0034111111111111111"}', 'an exponent' => '{"c":4.111111111111111E15}',
       'a double' => '{"c":4111111111111111.0}', 'characters of two halves' => '{"c":"\ud83d\ude00 4111111111111111"}')
  test 'escapes and other spellings hide nothing' do |message|
    record = redact(%w[cardNumber], message).first
    text = JSON.generate(record)
    assert_match MASK, record['message']
    assert_no_match(/111111111111111|E15/, text)
  end

  test 'a typed field that takes no text is removed and marked; what is ours stays' do
    record = redact(%w[cardNumber],
                    { 'message' => 'm', 'log' => { 'offset' => CARD.to_i, 'level' => "x #{CARD}" },
                      'http' => { 'bytes' => CARD.to_i, 'list' => [1, CARD.to_i] }, '_id' => CARD }).first
    assert_equal [{ 'offset' => CARD.to_i, 'level' => "x #{MASK}" }, { 'list' => [1] }, CARD,
                  'fields: removed, since what is redacted is no number'],
                 [record['log'], record['http'], record['_id'], record.dig('error', 'message')]
  end

  test 'what was found in a field is not left in a message of another form' do
    record = redact([], { 'message' => 'pin=123456 amount=3', 'json' => { 'pin' => '123456', 'amount' => 3 } },
                    own: "\n<redact pin>\nmatches \\A\\d{6}\\z\n</redact>").first
    assert_equal ['pin=[pin redacted] amount=3', '[pin redacted]'], [record['message'], record.dig('json', 'pin')]
  end

  test 'a hash is the same for a secret however it is written, and another one with another key' do
    hashed = lambda do |key|
      d = driver("redaction_key #{key}\n<redact cardNumber>\nwith hash\n</redact>")
      d.run(default_tag: 'kubernetes') { d.feed(web("#{CARD} 4111-1111-1111-1111 5555555555554444")) }
      d.filtered_records.first['message'].scan(/\[cardNumber (\h{16})\]/).flatten
    end
    first = hashed.call(KEY)
    assert_equal OpenSSL::HMAC.hexdigest('SHA256', KEY, CARD)[0, 16], first[0]
    assert_equal [true, false, false],
                 [first[0] == first[1], first[0] == first[2], first[0] == hashed.call('j' * 32)[0]]
  end

  test 'a hash without a key, or with one that can be guessed, is refused' do
    ['', 'redaction_key short'].each do |key|
      error = assert_raise(Fluent::ConfigError) { driver("#{key}\n<redact email>\nwith hash\n</redact>") }
      assert_equal 'redaction_key must have at least 32 bytes, for hashes', error.message
    end
  end

  test 'what is unknown is refused' do
    error = assert_raise(Fluent::ConfigError) { driver("<redact emails>\n</redact>") }
    assert_match(/\Awhat is redacted must be one of cardNumber, .*, got emails\z/, error.message)
  end

  test 'the key is not in the log' do
    d = driver("redaction_key #{KEY}\n<redact email>\nwith hash\n</redact>")
    d.run(default_tag: 'kubernetes') { d.feed(web('m')) }
    assert_no_match(/#{KEY}/o, d.logs.join)
  end

  test 'each pattern is counted once for a record' do
    labels = [{ pattern: 'cardNumber' }, { pattern: 'email' }]
    redact(%w[cardNumber email], 'nothing')
    before = labels.map { |label| count(:fluentd_treatments_redacted_total, label) }
    redact(%w[cardNumber email], "#{CARD} #{CARD}", 'a@example.org', 'nothing')
    after = labels.map { |label| count(:fluentd_treatments_redacted_total, label) }
    assert_equal(before.map { |number| number + 1 }, after)
  end

  FAILING = {
    'a pattern that takes too long' => ["\n<redact slow>\nmatches \\A(a*)*\\1\\z\n</redact>", "#{'a' * 40}b"],
    'an object of Ruby' => ['', { 'message' => 'secret',
                                  'x' => {}.tap { |x| def x.each_with_object(*) = raise('secret') } }],
    'an option before' => ["\n<drop>\nreason r\nwhere {\"n\":{\"below\":5}}\n</drop>",
                           { 'message' => 'secret', 'n' => Object.new.tap { |n| def n.is_a?(_) = raise('secret') } }]
  }.freeze

  data(FAILING)
  test 'what cannot be redacted is withheld, counted, and not in the log' do |(own, record)|
    redact(%w[email], 'nothing')
    before = count(:fluentd_treatments_withheld_records_total, {})
    d = driver("<redact email>\n</redact>#{own}")
    record = { 'message' => record } if record.is_a?(String)
    d.run(default_tag: 'kubernetes') { d.feed(web(record.merge('log' => { 'offset' => 7, 'level' => 'secret' }))) }
    assert_equal [{ 'stream' => 'stdout', 'kubernetes' => @kubernetes, 'log' => { 'offset' => 7 },
                    'message' => '[withheld: it could not be redacted]', 'event' => { 'kind' => 'pipeline_error' },
                    'error' => { 'message' => "#{Efk::Withheld::REASON}; the treatment failed" } }],
                 d.filtered_records
    assert_equal before + 1, count(:fluentd_treatments_withheld_records_total, {})
    assert_no_match(/secret/, d.logs.join)
  end

  def messages(names, *records)
    redact(names, *records).map { |record| record['message'] }
  end

  test 'what touches the cut of an event that is too large is withheld' do
    partial = { 'log' => { 'offset' => 0, 'flags' => ['partial'] } }
    assert_equal ['pay[cut]', '[cut]and more[cut]', '[cut]end', '1 1111 1111 other'],
                 messages(%w[cardNumber], { 'message' => 'pay 4111 1111 11', **partial },
                          { 'message' => '11 1111 and more 4111 111', **partial }, '1 1111 1111 end',
                          '1 1111 1111 other')
  end

  KEY_LINES = ['-----BEGIN RSA PRIVATE KEY-----', 'Proc-Type: 4,ENCRYPTED', '', 'MIIEpAIBAAKCAQEA', 'a/+==',
               '-----END RSA PRIVATE KEY----- done', 'MIIEpAIBAAKCAQEA'].freeze
  KEY_MASK = '[privateKey redacted]'

  test 'lines of a private key that are events of their own are redacted' do
    assert_equal [*([KEY_MASK] * 5), "#{KEY_MASK} done", 'MIIEpAIBAAKCAQEA'], messages(%w[privateKey], *KEY_LINES)
    assert_equal [KEY_MASK, 'another text of people'],
                 messages(%w[privateKey], KEY_LINES.first, 'another text of people')
  end

  test 'bytes that are no text are redacted too' do
    assert_equal ["\uFFFD #{MASK} \uFFFD", "x #{MASK}"],
                 messages(%w[cardNumber], "\xFF #{CARD} \xFE", "x #{CARD}".b)
  end

  test 'fields without anything of it are the same object as before' do
    fields = { 'a' => 1, 'b' => [{ 'c' => 'd' }] }
    rules = [Efk::RedactedTexts::Rule.new('own', [Efk::Detector.new(/x/)], nil, false)]
    assert_same fields, Efk::RedactedRecord.new({ 'message' => '{"a":1}', 'json' => fields }, rules).call['json']
  end
end
