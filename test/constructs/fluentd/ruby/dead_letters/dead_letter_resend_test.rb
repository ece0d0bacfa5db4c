# frozen_string_literal: true

require_relative '../support/resend_case'

class DeadLetterResendTest < ResendCase
  test 'letters are sent as they were, each to its data stream, and removed' do
    keep('shop', record('a', 'json' => { 'n' => 1 }, '_error' => { 'type' => 'x' }))
    keep('bank', record('b'))

    assert_equal(0, resend)
    assert_equal("2 stored\n", @out.string)
    sent = @server.requests.to_h { |request| [request.path[%r{/(.*?)/}, 1], request.documents] }
    assert_equal({ 'logs-shop-default' => [record('a', 'json' => { 'n' => 1 })], 'logs-bank-default' => [record('b')] },
                 sent)
    assert_empty(files)
  end

  test 'what is refused again is kept, and can be sent again' do
    keep('shop', record('a'), record('b'), record('c'))
    refuse('b')

    assert_equal(0, resend)
    assert_equal("2 stored, 1 refused again and kept\n", @out.string)
    keep('shop', record('d'))
    refuse
    assert_equal(0, resend)
    assert_equal("2 stored\n", @out.string)
    assert_empty(files)
  end

  test 'nothing is removed while Elasticsearch stores nothing' do
    keep('shop', record('a'))
    @server.answer { [403, '{"error":{"type":"security_exception"}}'] }

    assert_equal(1, resend)
    assert_equal('Elasticsearch stores nothing at present (HTTP 403 security_exception); ' \
                 "the letters are still there, try again later\n", @err.string)
    keep('shop', record('b'))
    @server.answer { :stored }
    resend
    assert_equal("2 stored\n", @out.string)
  end

  test 'letters that come meanwhile are for the next time' do
    keep('shop', record('a'))
    @server.answer do
      keep('shop', record('b'))
      :stored
    end
    resend

    assert_equal(['00000002.jsonl'], files)
  end

  test 'what cannot be read is kept' do
    keep('shop', record('a'))
    File.write("#{@folder}/00000001.jsonl", "half a li\n{\"tag\":7}\n", mode: 'a')
    resend

    assert_equal("2 unreadable and kept, 1 stored\n", @out.string)
    assert_equal("half a li\n{\"tag\":7}\n", File.read("#{@folder}/00000001.jsonl"))
  end

  test 'a record that no filter has seen gets what a document needs' do
    keep('shop', { 'message' => "caf\xE9" })
    resend

    document = @server.requests.fetch(0).documents.fetch(0)
    assert_equal(['1970-01-01T00:00:07.000000000Z', 'caf�'], document.values_at('@timestamp', 'message'))
  end
end
