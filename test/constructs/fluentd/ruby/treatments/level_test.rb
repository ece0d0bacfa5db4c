# frozen_string_literal: true

require 'test/unit'
require_relative '../support/random_lines'
require_relative '../support/treatment_driver'

# Levels in the words of ECS.
class LevelTest < Test::Unit::TestCase
  include TreatmentDriver

  def levels(section, *messages)
    records = treat(driver("<level>\n#{section}\n</level>"), *messages.map { |message| web(message) })
    records.map { |record| record.dig('log', 'level') }
  end

  test 'from where programs write it' do
    assert_equal(['warn', 'error', 'info', nil, nil],
                 levels('', '{"level":"WARNING"}', '{"severity":"err"}', '{"lvl":30}', '{"level":"loud"}', 'ERROR x'))
  end

  test 'from a field, which may be anywhere' do
    assert_equal(['debug', 'info', nil], levels('field json.a.b', '{"a":{"b":"DBG"},"level":"error"}',
                                                '{"level":"info"}', '{"c":1}'))
  end

  data('pino' => [%w[trace info fatal], [10, 30, 60]], 'python' => [%w[debug warn critical], [10, 30, 50]],
       'syslog' => [%w[emergency error debug], [0, 3, 7]], 'opentelemetry' => [%w[trace info fatal], [1, 9, 21]])
  test 'from numbers of a world' do |(expected, numbers)|
    scheme = data_label
    assert_equal(expected, levels("field json.n\nnumbers #{scheme}", *numbers.map { |number| %({"n":#{number}}) }))
    assert_equal(expected, levels("field json.n\nnumbers #{scheme}", *numbers.map { |number| %({"n":"#{number}"}) }))
    assert_equal([nil], levels("field json.n\nnumbers #{scheme}", '{"n":99}'))
  end

  test 'numbers of a world mean it under a usual key too' do
    assert_equal(%w[warn error], levels('numbers python', '{"level":30}', '{"level":40}'))
    assert_equal(%w[warn], levels('numbers syslog', '{"severity":4}'))
  end

  test 'from words of a team, before those that are known' do
    assert_equal(%w[error debug info], levels('words {"Loud":"error","notice":"debug"}', '{"level":"LOUD"}',
                                              '{"level":"notice"}', '{"level":"info"}'))
  end

  test 'of what has none, and from the text of what has no fields' do
    assert_equal(%w[info error], levels('default info', 'x', '{"level":"error"}'))
    assert_equal(['error', 'warn', nil], levels('text true', 'ERROR x', '{"level":"warn","msg":"ERROR"}', 'x'))
    assert_equal(%w[error info], levels("text true\ndefault info", '[error] x', 'no error here'))
  end

  {
    'I1025 00:15:15.525108       1 a.go:1] x' => 'info', 'E, [2026-11-25T07:00:00.1 #1] ERROR -- : x' => 'error',
    '2026-11-25 07:00:00.123  WARN 1 --- [main] c.e.Cart : x' => 'warn', 'time=x level=debug msg=y' => 'debug',
    '2026/11/25 07:00:00 [emerg] 1#1: x' => 'emergency', '[Fri Sep 09 10:42:29 2011] [core:error] x' => 'error',
    '2026-11-25 07:00:00.123 UTC [1] FATAL:  x' => 'fatal', '2026-11-25 07:00:00 UTC [1] LOG:  x' => 'info',
    'fail: Microsoft.AspNetCore[0]' => 'error', 'warn: x' => 'warn', "\e[32mINFO\e[0m x" => 'info',
    '[2026-11-25 07:00:00 +0000] [1] [INFO] x' => 'info', 'INFO:     127.0.0.1:1 - "GET / HTTP/1.1" 200' => 'info',
    '2026-11-25T07:00:00Z 0 [Warning] [MY-1] x' => 'warn', '<Error> x' => 'error', 'ERROR|x' => 'error',
    '1:M 25 Nov 2026 07:00:00.123 * Ready' => nil, 'no error here' => nil, 'Info desk' => nil, '' => nil,
    'GET /error HTTP/1.1' => nil, 'the ERRORS' => nil, "x\nERROR y" => nil, "#{'x' * 300} ERROR" => nil,
    "caf\xE9 ERROR x" => 'error', 'WARNING: x' => 'warn', 'npm error: x' => nil, 'SEVERE: x' => 'error'
  }.each do |text, level|
    test("at the beginning of #{text[0, 60].inspect}") { assert_equal(level, Efk::LevelInText.of(text)) }
  end

  test 'nothing raises' do
    lines = RandomLines.new(5)
    2000.times { assert_include([nil, *Efk::Level::LEVELS], Efk::LevelInText.of(lines.line)) }
  end
end
