# frozen_string_literal: true

require_relative 'bulk_answer'
require_relative 'bulk_entry'

module Efk
  # Brings the documents of one chunk into their data stream. What is refused for a while is sent again, alone; what is
  # refused for its content is stored in another form; what no form can be stored of is handed back. Everything may be
  # sent again at any time, because documents have ids.
  class BulkDelivery
    # Elasticsearch does not store at present: the chunk must come again.
    class Postponed < StandardError; end

    # What a document is refused for that is not in it: rights, a data stream that is not there yet, an overload.
    FOR_A_WHILE = [401, 403, 404, 408, 429, 500..].freeze
    # A message is not cut shorter than this to get it through. In bytes.
    SHORTEST = 1024

    # How many documents became what: stored, already_stored, failure_store, other_form or dead_letter.
    attr_reader :results

    # How many were refused for their content, by type of the error.
    attr_reader :refusals

    # The documents that could not be stored, each with the item that says why.
    attr_reader :dead

    # The size above which a body is divided before it is sent; smaller when a smaller one was refused.
    attr_reader :limit

    # +post+ sends a body and returns its BulkAnswer. +again+ gets the number of documents that are to be sent again,
    # waits, and says whether to try at all.
    def initialize(post:, again:, limit: Float::INFINITY)
      @post = post
      @again = again
      @limit = limit
      @results = Hash.new(0)
      @refusals = Hash.new(0)
      @dead = []
      @waiting = []
    end

    # Raises Postponed unless each document is stored or handed back.
    def run(body, size)
      try(BulkEntry.ended(body), size)
      repeat until @waiting.empty?
    end

    private

    # In a method of its own, so that the answer, which may be large, is not kept while documents wait. Where none was
    # taken all come again, and take no memory until then.
    def try(body, size)
      answer = @post.call(body) unless body.bytesize > @limit
      raise Postponed, "HTTP 429 or 503 for all #{size} documents", [] if answer&.overload?(size)
      return deliver(BulkEntry.all(body), answer) unless answer&.good?

      count('failure_store', answer.failure_store)
      count('stored', size - answer.failure_store)
    end

    def count(result, number)
      @results[result] += number if number.positive?
    end

    def deliver(entries, answer = ask(entries))
      return if entries.empty?
      return divide(entries, answer) if answer.nil? || answer.too_large? || answer.refused?

      items = answer.items(entries.size) or raise Postponed, answer.to_s, []
      settle(entries.zip(items))
    end

    def ask(entries)
      body = entries.each_with_object(+'') { |entry, text| text << entry.lines }
      @post.call(body) unless body.empty? || (body.bytesize > @limit && entries.size > 1)
    end

    # Halves a body until what it is refused for stands alone.
    def divide(entries, answer)
      return alone(entries.first, answer || ask(entries)) if entries.size == 1

      @limit = [@limit, entries.sum(&:bytesize) / 2].min if answer&.too_large?
      entries.each_slice((entries.size + 1) / 2) { |half| deliver(half) }
    end

    def alone(entry, answer)
      return deliver([entry], answer) unless answer.too_large? || answer.refused?
      return deliver([shorter(entry)]) if answer.too_large?
      # Nothing of the content is left in its structure, so that this is not what Elasticsearch refuses.
      raise Postponed, answer.to_s, [] if entry.other?

      deliver([entry.in_other_form(answer.error_type, 'the request is refused')])
    end

    def shorter(entry)
      limit = entry.bytesize / 2
      raise Postponed, 'HTTP 413 for a short document', [] if limit < SHORTEST

      entry.in_other_form('too_large', 'larger than a request may be', limit)
    end

    def settle(pairs)
      groups = pairs.group_by { |entry, item| fate(entry, item) }
      refused = groups.delete(:refused) || []
      wait(groups.delete(:again) || [])
      groups.each { |result, group| count(result, group.size) }
      store_otherwise(refused)
    end

    def fate(entry, item)
      case item.status
      when 200, 201 then result(entry, item)
      when 409 then 'already_stored'
      when *FOR_A_WHILE then :again
      else :refused
      end
    end

    def result(entry, item)
      return 'failure_store' if item.failure_store

      entry.other? ? 'other_form' : 'stored'
    end

    def store_otherwise(pairs)
      pairs.each { |pair| @refusals[pair.last.type] += 1 }
      dead, refused = pairs.partition { |entry, _| entry.other? }
      @dead.concat(dead)
      count('dead_letter', dead.size)
      deliver(refused.map { |entry, item| entry.in_other_form(item.type, item.reason) })
    end

    def wait(pairs)
      @reason = pairs.last.last if pairs.any?
      @waiting.concat(pairs.map(&:first))
    end

    def repeat
      entries = @waiting
      @waiting = []
      return deliver(entries) if @again.call(entries.size)

      raise Postponed, "HTTP #{@reason.status} #{@reason.type} for #{entries.size} documents", []
    end
  end
end
