# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/bulk/other_form'

class OtherFormTest < Test::Unit::TestCase
  TIME = '2026-11-25T07:00:00.123456789+09:00'
  RECORD = {
    '@timestamp' => TIME, 'message' => '{"n":"no number"}', 'stream' => 'stdout', '_id' => 'a1',
    'kubernetes' => { 'pod_name' => 'cart-0' }, 'data_stream' => { 'dataset' => 'shop' }, 'log' => { 'offset' => 7 },
    'json' => { 'n' => 'no number' }
  }.freeze

  def of(record, reason = 'failed to parse field [n]', limit = nil)
    Efk::OtherForm.of(record, 'document_parsing_exception', reason, limit)
  end

  test 'the text and where it comes from are kept, and why it was refused is said' do
    assert_equal(
      {
        '@timestamp' => TIME, 'message' => '{"n":"no number"}', 'stream' => 'stdout',
        'kubernetes' => { 'pod_name' => 'cart-0' }, 'data_stream' => { 'dataset' => 'shop' },
        'log' => { 'offset' => 7 }, 'event' => { 'kind' => 'pipeline_error' },
        'error' => { 'type' => 'document_parsing_exception', 'message' => 'failed to parse field [n]' }
      },
      of(RECORD)
    )
  end

  data(
    'before 1970' => '1969-12-31T23:59:59Z',
    'after 2262' => '2263-01-01T00:00:00Z',
    'no such day' => '2026-02-30T07:00:00Z',
    'no such hour' => '2026-02-03T25:00:00Z',
    'no zone' => '2026-11-25T07:00:00',
    'more than nanoseconds' => '2026-11-25T07:00:00.1234567891Z',
    'text' => 'yesterday',
    'a number' => 1_795_590_000,
    'nothing' => nil
  )
  test 'a time that Elasticsearch cannot store becomes the present' do |value|
    time = of(RECORD.merge('@timestamp' => value))['@timestamp']

    assert_in_delta(Time.now.to_f, Time.iso8601(time).to_f, 5)
  end

  test 'why the record was changed before stays' do
    record = RECORD.merge('error' => { 'message' => 'deeper than 20 levels' },
                          'event' => { 'kind' => 'pipeline_error' })

    assert_equal('deeper than 20 levels; refused', of(record, 'refused')['error']['message'])
  end

  test 'a reason has a bound' do
    assert_equal('x' * 500, of(RECORD, 'x' * 5000)['error']['message'])
  end

  test 'fields of others are kept as text' do
    assert_equal('{"message":"m","level":"info"}', of({ 'message' => 'm', 'level' => 'info' })['event']['original'])
    assert_equal('{"level":"info"}', of({ 'level' => 'info' })['event']['original'])
  end

  test 'a message that is no text becomes one' do
    assert_equal('{"a":1}', of({ 'message' => { 'a' => 1 } })['message'])
  end

  test 'bytes that are no UTF-8 are replaced everywhere' do
    form = of({ 'message' => "caf\xE9", 'kubernetes' => { "\xFF" => ["\xFF".b] } }, "\xFE")

    assert_equal(['caf�', { '�' => ['�'] }, '�'], [*form.values_at('message', 'kubernetes'), form['error']['message']])
  end

  test 'what JSON cannot hold becomes text' do
    form = of({ 'message' => 'm', 'x' => Float::NAN,
                'log' => { 'a' => Float::INFINITY, 'b' => 1.5, 'c' => nil, 'd' => 3 } })

    assert_equal({ 'a' => 'Infinity', 'b' => '1.5', 'c' => nil, 'd' => 3 }, form['log'])
    assert_match(/NaN/, form['event']['original'])
  end

  test 'what is nested without end becomes text' do
    loop_of_itself = {}
    loop_of_itself['self'] = loop_of_itself

    assert_nothing_raised { JSON.generate(of({ 'message' => 'm', 'kubernetes' => loop_of_itself })) }
  end

  test 'a long message is cut between characters, and says so' do
    form = of(RECORD.merge('message' => 'aaé' * 9, 'log' => { 'offset' => 7, 'flags' => ['partial'] }), 'long', 11)

    assert_equal('aaéaaéaa', form['message'])
    assert_equal({ 'offset' => 7, 'flags' => %w[partial truncated] }, form['log'])
  end

  test 'a short message is not cut' do
    assert_equal({ 'offset' => 7 }, of(RECORD, 'long', 100)['log'])
  end
end
