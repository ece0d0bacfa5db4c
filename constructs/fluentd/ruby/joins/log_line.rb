# frozen_string_literal: true

module Efk
  # A line of a container, or several that were joined to one event.
  #
  # time:     the runtime's own text
  # text:     UTF-8, which may hold invalid bytes
  # file:     where the first line stands, whatever the reader uses for that
  # from, to: offsets of its first byte and behind its last line
  # lines:    how many lines it is made of
  # partial:  whether it was cut at a bound and goes on in the next event
  LogLine = Struct.new(:time, :text, :file, :from, :to, :lines, :partial)
end
