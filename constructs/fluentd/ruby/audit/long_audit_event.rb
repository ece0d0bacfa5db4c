# frozen_string_literal: true

module Efk
  # Events of an audit log that are too long to be read as a whole, and come in pieces. What they are about stands at
  # their beginning, before what a request brought and its answer; their further pieces get the same fields.
  class LongAuditEvent
    HEAD = /\A(.*?),"(?:requestObject|responseObject)":/m

    # Further pieces that are expected; there is one of each file, and some that are read again.
    MOST = 64

    def initialize
      @following = {}
    end

    # The fields of the event of which +record+ is a piece of so many bytes, or nil if it is none. The block reads JSON.
    def fields(record, bytes, &)
      fields = @following[place(record, 0)]
      return fields unless more?(record)

      fields ||= head(record['message'], &)
      expect(place(record, bytes), fields) if fields
      fields
    end

    def more?(record)
      record.dig('log', 'flags')&.include?('partial')
    end

    private

    def head(text)
      head = HEAD.match(text) or return
      yield "#{head[1]}}"
    end

    def expect(place, fields)
      @following.shift if @following.size >= MOST
      @following[place] = fields
    end

    # The identity of a line begins with that of its file.
    def place(record, bytes)
      [record['_id'].to_s[/\A[^-]+/], record.dig('log', 'offset').to_i + bytes]
    end
  end
end
