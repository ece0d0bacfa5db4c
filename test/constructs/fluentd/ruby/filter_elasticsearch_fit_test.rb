# frozen_string_literal: true

require 'test/unit'
require_relative 'support/fit_driver'

# What the filter makes of records.
class ElasticsearchFitFilterTest < Test::Unit::TestCase
  include FitDriver

  MARK = { 'kind' => 'pipeline_error' }.freeze

  test 'an object of JSON gives fields below json and stays as it is in message' do
    message = '{"order":"info","size":1.5,"http":{"status":200},"tags":["a",null,true]}'

    fields = { 'order' => 'info', 'size' => 1.5, 'http' => { 'status' => 200 }, 'tags' => ['a', nil, true] }
    assert_equal({ '@timestamp' => TIME, 'message' => message, 'json' => fields }, fit(message))
  end

  test 'well-known fields get their places, also of fields that were read before, unless that is switched off' do
    record = fit('{"level":"WARN","a":1}', log: { 'offset' => 7 })
    assert_equal [{ 'offset' => 7, 'level' => 'warn' }, { 'a' => 1 }], record.values_at('log', 'json')
    assert_equal record, fit_all([JSON.parse(JSON.generate(record))]).first, 'a second time changes nothing'
    assert_equal({ 'duration' => 5_000_000 }, fit('GET /', json: { 'took' => 5 })['event'])

    @driver = Fluent::Test::Driver::Filter.new(Fluent::Plugin::ElasticsearchFitFilter).configure('promote false')
    assert_equal [nil, { 'level' => 'WARN' }], fit('{"level":"WARN"}').values_at('log', 'json')
  end

  test 'fields of an application take the place of none of ours' do
    message = '{"@timestamp":"1900-01-01","message":"m","_id":"1","data_stream":{"dataset":"x"},"event":{}}'
    record = fit(message, data_stream: { 'dataset' => 'kubernetes' }, _id: 'ours')

    assert_equal [TIME, message, 'ours', { 'dataset' => 'kubernetes' }, nil],
                 record.values_at('@timestamp', 'message', '_id', 'data_stream', 'event')
    assert_equal JSON.parse(message), record['json']
  end

  data('plain' => ["caf\xE9", 'caf�'], 'binary' => ["\x00\xFF\xFEa", "\x00��a"], 'cut' => ["\xE6\x97", '�'],
       'a surrogate as bytes' => ["\xED\xA0\x80", '���'], 'UTF-16 with its mark' => ["\xFF\xFEa\0", "��a\0"])
  test 'bytes that are not UTF-8 become U+FFFD, marked' do |(message, scrubbed)|
    before = count('encoding')
    record = fit(message.dup.force_encoding(Encoding::UTF_8))

    assert_equal [scrubbed, MARK, 'message: bytes that are not UTF-8 were replaced by U+FFFD'],
                 [record['message'], record['event'], why(record)]
    assert_equal before + 1, count('encoding')
  end

  test 'fields are read of a message that was scrubbed' do
    record = fit("{\"name\":\"caf\xE9\"}")
    assert_equal [{ 'name' => 'caf�' }, MARK], record.values_at('json', 'event')
  end

  test 'a message of another encoding than it says is read as UTF-8' do
    record = fit('{"name":"café"}'.b)
    assert_equal [{ 'name' => 'café' }, nil], record.values_at('json', 'event')
    assert_equal Encoding::UTF_8, record['message'].encoding
  end

  test 'NUL, control characters and UTF-16 without a mark are kept' do
    ["a\0b", "bell\a back\b esc\e del\x7F", "h\0i\0", "\u2028\u0085"].each do |message|
      assert_equal({ '@timestamp' => TIME, 'message' => message }, fit(message))
    end
  end

  test 'a text that is no object is stored as it is, and that is no error' do
    ['42', '[]', '[{"a":1},{"a":2}]', 'null', '{"a":1,}', ''].each do |message|
      assert_equal({ '@timestamp' => TIME, 'message' => message }, fit(message))
    end
  end

  test 'a number that became its text is counted and not marked: below json all is searched as text' do
    before = count('number')
    assert_equal [{ 'n' => %w[18446744073709551616 NaN] }, nil],
                 fit('{"n":[18446744073709551616,NaN]}').values_at('json', 'event')
    assert_equal before + 1, count('number')
  end

  test 'halves of characters are marked' do
    record = fit('{"a":"\ud800"}')
    assert_equal [{ 'a' => '�' }, MARK], record.values_at('json', 'event')
    assert_equal 'json: halves of characters (surrogates) were replaced by U+FFFD', why(record)
  end

  test 'fields that Elasticsearch would refuse are withheld, marked; the text is there' do
    before = count('fields')
    message = "#{'{"a":' * 21}1#{'}' * 21}"
    record = fit(message)
    assert_equal [message, nil, MARK], record.values_at('message', 'json', 'event')
    assert_equal 'json: withheld, its objects are nested deeper than 20, or its lists too deeply', why(record)
    assert_equal before + 1, count('fields')
  end

  test 'fields that a filter before has read are not read again, and made storable like those of JSON' do
    before = %w[encoding number fields].map { |reason| count(reason) }
    record = fit('{"a":1}', json: { 'status' => 200, 'took' => Float::NAN, 'name' => "caf\xE9" })
    assert_equal ['{"a":1}', { 'status' => 200, 'took' => 'NaN', 'name' => 'caf�' }, MARK],
                 record.values_at('message', 'json', 'event')
    assert_equal 'json: bytes that are not UTF-8 were replaced by U+FFFD', why(record)

    withheld = fit('GET /', json: { "a\0b" => 1 })
    assert_equal ['GET /', nil, MARK, 'json: withheld, a key has the character NUL'],
                 [*withheld.values_at('message', 'json', 'event'), why(withheld)]
    assert_equal(before.map { |number| number + 1 }, %w[encoding number fields].map { |reason| count(reason) })
  end

  test 'fields may be there without a message, and what is there may be no fields' do
    record = fit_all([{ '@timestamp' => TIME, 'json' => { 'a' => 1 } }]).first
    assert_equal({ '@timestamp' => TIME, 'json' => { 'a' => 1 } }, record)
    assert_equal({ 'b' => 1 }, fit('{"b":1}', json: 'text')['json'])
    assert_equal({ '@timestamp' => TIME, 'message' => 'm' }, fit('m', json: ['list']))
  end

  test 'the time of reading takes the place of one that cannot be stored, marked, and the other is said' do
    before = count('time')
    started = Time.now
    record = fit('m', '@timestamp': '1969-12-31T23:59:59Z')

    assert_in_delta started.to_f, Time.iso8601(record['@timestamp']).to_f, 5
    assert_equal [MARK, "@timestamp: the time of reading instead of '1969-12-31T23:59:59Z'"],
                 [record['event'], why(record)]
    assert_equal before + 1, count('time')
  end

  test 'without a time the event itself says when' do
    time = Fluent::EventTime.new(Time.utc(2026, 11, 25, 7).to_i, 5)
    assert_equal '2026-11-25T07:00:00.000000005Z', fit_all([{ 'message' => 'm' }], time: time).first['@timestamp']
  end

  test 'a mark that the record has stays; fitting twice changes nothing more' do
    record = fit("caf\xE9", event: MARK, error: { 'message' => 'not a line of a container runtime' })
    assert_equal ['not a line of a container runtime', 'message: bytes that are not UTF-8 were replaced by U+FFFD'],
                 why(record).split('; ')
    assert_equal record, fit_all([JSON.parse(JSON.generate(record))]).first
  end

  test 'a message that is no text becomes one; a record may have none' do
    assert_equal '5', fit(5)['message']
    without = { '@timestamp' => TIME, 'stream' => 'stdout' }
    assert_equal without, fit_all([without.dup]).first
  end
end
