# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/joins/line_time'

class LineTimeTest < Test::Unit::TestCase
  {
    %w[2026-11-25T07:00:00.000000001Z 2026-11-25T07:00:00.999999999Z] => 0,
    %w[2026-11-25T07:00:00.5Z 2026-11-25T07:00:02Z] => 1.5,
    %w[2026-11-25T07:00:59Z 2026-11-25T07:01:00.25Z] => 1.25,
    %w[2026-12-31T23:59:59Z 2027-01-01T00:00:01Z] => 2,
    %w[2026-11-25T07:00:00.5+09:00 2026-11-25T07:00:03+09:00] => 2.5,
    %w[2026-11-25T07:00:03Z 2026-11-25T07:00:00Z] => 0,
    %w[nothing 2026-11-25T07:00:00Z] => 0,
    ['', '2026-11-25T07:00:00Z'] => 0
  }.each do |(earlier, later), seconds|
    test("#{earlier} to #{later}") { assert_in_delta(seconds, Efk::LineTime.between(earlier, later), 1e-6) }
  end
end
