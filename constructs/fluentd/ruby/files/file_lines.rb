# frozen_string_literal: true

require 'digest'
require 'zlib'

module Efk
  # Records of the lines of files.
  class FileLines
    PARTIAL = ['partial'].freeze
    LINE_BREAK = "\n".ord

    # Files of which the source is known.
    KNOWN = 1000

    def initialize(*names)
      @names = names
      @sources = {}
    end

    # Of the line buffer[from...to], which begins at +offset+. A piece of one has no line break behind it, as the +last+
    # line may have none.
    def record(file, (buffer, from, to, offset), last: false)
      text = buffer.byteslice(from, to - from).force_encoding(Encoding::UTF_8)
      log = { 'offset' => offset }
      if last || buffer.getbyte(to) == LINE_BREAK
        text.delete_suffix!("\r")
      else
        log['flags'] = PARTIAL
      end
      { 'message' => text, 'path' => file.path, 'log' => log, '_id' => id(file, offset, text) }
    end

    private

    # The same line has the same one whatever its file is called when it is read again.
    def id(file, offset, text)
      @sources.clear if @sources.size > KNOWN
      source = @sources[file.id] ||= Digest::SHA256.hexdigest([*@names, file.id].join("\0")).slice(0, 20)
      "#{source}-#{offset.to_s(36)}-#{Zlib.crc32(text).to_s(36)}"
    end
  end
end
