# frozen_string_literal: true

require_relative 'syslog_events'
require_relative 'syslog_frames'

module Efk
  # The bytes of one peer on their way to events.
  class SyslogConnection
    # What a datagram holds: one message, without what some senders put behind it.
    def self.datagram(data, peer, arrival)
      text = data.sub(/[\r\n\0]+\z/n, '').force_encoding(Encoding::UTF_8)
      text.empty? ? [] : [SyslogEvents::Arrived.new(text: text, peer: peer, number: arrival.number)]
    end

    # The block gets a procedure that makes a stream of events, and returns when it is taken.
    def initialize(peer, longest, arrival, events, &give)
      @peer = peer
      @frames = SyslogFrames.new(longest)
      @arrival = arrival
      @events = events
      @give = give
    end

    # Takes the following bytes, or nil at the end of the connection.
    def call(data)
      arrived = []
      if data
        @frames.take(data) { |piece| arrived << arrived(piece) unless piece.text.empty? }
      else
        @frames.take_rest { |piece, whole| arrived << arrived(piece, torn: !whole) }
      end
      @give.call(-> { @events.stream(arrived) }) unless arrived.empty?
    end

    private

    def arrived(piece, torn: nil)
      number = @arrival.number
      begun = @begun unless piece.begins
      @begun = begun(piece.text, number) if piece.begins && piece.more
      SyslogEvents::Arrived.new(text: piece.text, peer: @peer, number: number, begun: begun, more: piece.more,
                                torn: torn)
    end

    # Further pieces of what is no message are none of one.
    def begun(text, number)
      @events.fields(text, number) || {}
    end
  end
end
