# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/bulk/bulk_entry'

class BulkEntryTest < Test::Unit::TestCase
  def lines(id, message) = Efk::BulkDocument.lines({ '_id' => id, 'message' => message })

  test 'a body is divided into its documents, whatever they hold' do
    documents = [lines('a', 'grün'), lines('b', 'x' * 10_000), %({"create":{"_id":"c"}}\n{"message":"\xFF"}\n)]
    entries = Efk::BulkEntry.all(documents.join)

    assert_equal(documents, entries.map(&:lines))
    assert_equal(documents.map(&:bytesize), entries.map(&:bytesize))
    assert_equal(%w[a b c], entries.map { |entry| entry.record['_id'] })
    assert_equal(['grün', 'x' * 10_000, "\uFFFD"], entries.map { |entry| entry.record['message'] })
  end

  test 'what is left of a document is one' do
    assert_equal(["{\"create\":{}}\n{\"a\":1}\n", "{\"create\"\n"],
                 Efk::BulkEntry.all("{\"create\":{}}\n{\"a\":1}\n{\"create\"\n").map(&:lines))
    assert_equal([], Efk::BulkEntry.all(''))
    assert_equal("half\n", Efk::BulkEntry.ended('half'))
  end

  test 'a document in another form knows what it was' do
    entry = Efk::BulkEntry.new(lines('a', 'text'))
    other = entry.in_other_form('type', 'why')
    shorter = other.in_other_form('type', 'why', 2)

    assert_equal([false, true, true], [entry, other, shorter].map(&:other?))
    assert_equal([entry.lines] * 3, [entry, other, shorter].map(&:original))
    assert_equal([{ '_id' => 'a', 'message' => 'text' }] * 3, [entry, other, shorter].map(&:record))
    assert_equal(%w[text te], [other, shorter].map { |form| JSON.parse(form.lines.lines.last)['message'] })
  end
end
