# frozen_string_literal: true

require 'json'

module Efk
  # A line as a container runtime writes it: `<time> <stdout|stderr> <F|P>[:<more tags>] <text>` (containerd, CRI-O), or
  # an object of JSON with `log`, `stream` and `time` (Docker). One object reads all lines, so none is made per line.
  class RuntimeLine
    SPACE = ' '.ord
    COLON = ':'.ord
    BRACE = '{'.ord
    Z = 'Z'.ord
    STREAMS = { 'stdout ' => 'stdout', 'stderr ' => 'stderr' }.freeze
    TAGS = { 'F'.ord => :full, 'P'.ord => :partial }.freeze
    # What nearly all lines have between their time and their text.
    HEADS = STREAMS.to_a.product(TAGS.to_a).to_h do |(name, stream), (tag, kind)|
      ["#{name}#{tag.chr} ", [stream, kind]]
    end.freeze

    attr_reader :time, :stream, :text

    # Whether the line goes on in the next one.
    def partial?
      @tag == :partial
    end

    # Reads buffer[from...to]. Returns whether it is a line of a runtime.
    def read?(buffer, from, to)
      return docker?(buffer.byteslice(from, to - from)) if buffer.getbyte(from) == BRACE

      space = usual?(buffer, from) ? from + 30 : buffer.index(' ', from)
      return false unless space && space + 9 <= to && space > from

      @time = buffer.byteslice(from, space - from)
      rest?(buffer, space + 1, to)
    end

    private

    # Whether the time has nine digits, as nine of ten have.
    def usual?(buffer, from)
      buffer.getbyte(from + 30) == SPACE && buffer.getbyte(from + 29) == Z
    end

    def rest?(buffer, from, to)
      start = from + 9
      @stream, @tag = HEADS[buffer.byteslice(from, 9)]
      return other_rest?(buffer, from, to) unless @stream && start <= to

      text?(buffer, start, to)
    end

    # With more tags, or without a text.
    def other_rest?(buffer, from, to)
      @stream = STREAMS[buffer.byteslice(from, 7)]
      @tag = TAGS[buffer.getbyte(from + 7)]
      start = text_start(buffer, from + 8, to)
      return false unless @stream && @tag && start

      text?(buffer, start, to)
    end

    def text?(buffer, start, to)
      @text = buffer.byteslice(start, to - start).force_encoding(Encoding::UTF_8)
      true
    end

    # Behind the tag stands one space, or more tags and a space. A text that is empty may have lost its space.
    def text_start(buffer, after, to)
      return to if after == to

      case buffer.getbyte(after)
      when SPACE then after + 1
      when COLON
        space = buffer.index(' ', after)
        space && space < to ? space + 1 : to
      end
    end

    def docker?(line)
      fields = JSON.parse(line.force_encoding(Encoding::UTF_8).scrub, max_nesting: 4)
      @stream = STREAMS["#{fields['stream']} "]
      @time, @text = fields.values_at('time', 'log')
      return false unless @stream && @time.is_a?(String) && @text.is_a?(String)

      @tag = @text.end_with?("\n") ? :full : :partial
      @text = @text.delete_suffix("\n")
      true
    rescue JSON::ParserError
      false
    end
  end
end
