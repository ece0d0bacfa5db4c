# frozen_string_literal: true

module Efk
  # Cuts a text that is too long for an event, and no character of it.
  module Pieces
    CONTINUATION = 0x80..0xBF

    module_function

    # Yields each piece of +text+, which is valid UTF-8, and whether there is more. In bytes.
    def each(text, longest)
      at = 0
      while text.bytesize - at > longest
        to = at + longest
        to -= 1 while to > at + longest - 4 && CONTINUATION.cover?(text.getbyte(to))
        yield text.byteslice(at...to), true
        at = to
      end
      yield at.zero? ? text : text.byteslice(at..), false
    end
  end
end
