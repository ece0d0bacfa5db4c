# frozen_string_literal: true

module Efk
  # What the content of a record can raise: deep data and large data raise what is no StandardError, which would stop
  # the process.
  FAILURES = [StandardError, SystemStackError, NoMemoryError].freeze
end
