# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/joins/stack_trace'

class StackTraceTest < Test::Unit::TestCase
  Machine = Efk::StackTrace::ALL
  Trace = Efk::StackTrace

  def start(text) = Machine.start(text).name

  # Names of the states that texts lead through; nil where a text does not continue.
  def way(*texts)
    texts.drop(1).inject([Machine.start(texts[0])]) { |states, text| states << states.last&.follow(text)&.to }
         .map { |state| state&.name }
  end

  def how(*texts)
    state = texts[0...-1].drop(1).inject(Machine.start(texts[0])) { |state_so_far, text| state_so_far.follow(text).to }
    state.follow(texts.last)&.how
  end

  sub_test_case 'what a line begins' do
    {
      'ready' => :line,
      '2026-11-25 07:00:00 ERROR failed' => :line,
      ' INFO [main] ready' => :line,
      '' => :blank,
      '  step 1' => :indented,
      "\tat a.B.c(B.java:1)" => :trace,
      'Error: a' => :error,
      'com.example.PaymentFailure: declined' => :error,
      'TypeError [ERR_X]: a' => :error,
      "\e[31mError: a" => :error,
      'ActiveRecord::RecordNotFound (no cart):' => :error,
      'Error handling is on' => :line,
      'Traceback (most recent call last):' => :python,
      'panic: a' => :panic,
      'goroutine 1 [running]:' => :goroutine,
      "a.rb:1:in 'f': a (B)" => :ruby_error,
      "a.rb:1:in 'f'" => :line,
      "thread 'main' panicked at a.rs:1:2:" => :rust,
      '** (RuntimeError) a' => :beam,
      '{' => :open,
      '/app/a.js:2' => :node_place
    }.each { |text, name| test(text.inspect) { assert_equal(name, start(text)) } }
  end

  test 'a line that is not indented continues no ordinary line' do
    assert_equal([:line, nil], way('ready', 'next'))
  end

  test 'an error behind an ordinary line is a guess that frames prove' do
    assert_equal(:guess, how('ready', 'Error: a'))
    assert_nil(how('ready', 'Error: a', '    at b (c.js:1:2)'))
    assert_equal(%i[line guessed trace], way('ready', 'Error: a', '    at b (c.js:1:2)'))
  end

  test 'an error behind an error is none' do
    assert_equal([:error, nil], way('Error: a', 'Error: b'))
    assert_equal([:line, :guessed, nil], way('ready', 'Error: a', 'Error: b'))
  end

  test 'a message goes on until a record of a log' do
    assert_equal(:guess, how('Error: a', 'and more'))
    assert_equal([:error, :error_message, nil], way('Error: a', 'and more', '2026-11-25 07:00:00 INFO next'))
  end

  test 'a call is a frame of Go with its file only' do
    assert_equal(:guess, how('failed', 'main.main()'))
    assert_equal(%i[line go_function go_frame], way('failed', 'main.main()', "\t/a/main.go:4 +0x1"))
    assert_equal([:line, :go_function, nil], way('ready', 'main.main()', 'next'))
  end

  test 'an empty line is a guess behind an ordinary line and part of a trace' do
    assert_equal(:guess, how('ready', ''))
    assert_nil(how('Error: a', "\tat a.B.c(B.java:1)", ''))
    assert_equal(:trace_blank, way('Error: a', "\tat a.B.c(B.java:1)", '').last)
  end

  test 'the empty line of a panic of Rust ends what was before' do
    assert_equal(:apart, how('starting', '', "thread 'main' panicked at a.rs:1:2:"))
    assert_equal(%i[blank rust], way('', "thread 'main' panicked at a.rs:1:2:"))
  end

  test 'a lone bracket closes what it opened, at once' do
    assert_equal(:done, how('{', '  "a": 1', '}'))
    assert_equal([:line, nil], way('ready', '}'))
  end

  test 'a line of Python behind the exception needs proof in the source' do
    traceback = ['Traceback (most recent call last):', '  File "a.py", line 1', 'ValueError: a']
    assert_equal(:quoted, how(*traceback, 'main goes on'))
    assert_nil(how(*traceback, ''))
  end

  test 'no ordinary line that begins with a digit has a rule of its own' do
    ['2026-11-25 07:00:00 INFO a', '07:00:00 a', '17', '10.0.0.1 - - [x]', '1795590000 a'].each do |text|
      assert_true(Machine.ordinary?(text))
      assert_equal([:line, nil], way('ready', text))
      assert_equal(:line, start(text))
    end
  end

  test 'what begins or continues a trace is no ordinary line' do
    ['Error: a', '  a', '', 'Caused by: a', 'Traceback (most recent call last):', 'main.main()'].each do |text|
      assert_false(Machine.ordinary?(text), text)
    end
  end

  test 'JSON is known by its ends' do
    json = ['{"a":1}', '{}', '{ "a": 1 }', "{\"a\":1}\r", "{\"a\":\"\xE9\"} "]
    assert_empty(json.reject { |text| Trace.json?(text) })
    assert_empty(['', '{', '{"a":1', "{'a': 1}", '{ code: 17 }', '[1]', 'a {}'].select { |text| Trace.json?(text) })
  end

  test 'bytes that are not UTF-8 can be read' do
    valid = 'é'
    assert_same(valid, Trace.readable(valid))
    text = "caf\xE9: x"
    assert_equal(Encoding::BINARY, Trace.readable(text).encoding)
    assert_equal(:line, start(Trace.readable(text)))
  end

  test 'every state can be reached' do
    reached = Trace::ROWS.map { |row| row[2] }
    assert_empty(Trace::ROWS.flat_map(&:first).uniq - reached - %i[start line])
  end

  test 'patterns look at the beginning of a line only' do
    lines = ["zz\n    at a (b:1)", 'zz Error: a', 'zz Traceback (most recent call last):', 'zz panic: a', 'zz }']
    patterns = Trace::ROWS.map { |row| row[1] }.grep(Regexp)
    wrong = patterns.select { |re| lines.any? { |line| re.match?(line) } && !re.match?('zz') }
    assert_empty(wrong.map(&:source))
  end
end
