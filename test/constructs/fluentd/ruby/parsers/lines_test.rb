# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/parsers/line_formats'

# What is no line of a format, and what is at its edges. Lines as programs write them are cases of the real Fluentd.
class LinesTest < Test::Unit::TestCase
  def read(reader, *lines)
    lines.map { |line| reader.read(line) }
  end

  test 'logfmt begins with a pair, and has nothing but pairs and keys' do
    reader = Efk::LogfmtLines.new
    assert_equal [{ 'a' => '1b', 'b' => true, 'c' => '', 'd' => "x \"y\"\n\té\uFFFD" }, { 'n' => -1.5, 'm' => '01' }],
                 read(reader, 'a=1b b c= d="x \"y\"\n\t\u00e9\ud83d"', "  n=-1.5\tm=01 ")
    assert_equal [nil] * 6, read(reader, '', 'listening on port=80', 'a="b', 'a=b "c"', 'a=b =c', "a=b\nc=d")
    assert_not_nil reader.read(Array.new(256) { |n| "k#{n}=v" }.join(' '))
    assert_nil reader.read(Array.new(257) { |n| "k#{n}=v" }.join(' '))
  end

  test 'LTSV has a tab, and labels everywhere' do
    assert_equal [{ 'a' => 'x:y', 'b' => '', 'c' => 1 }, nil, nil, nil],
                 read(Efk::LtsvLines.new, "a:x:y\tb:\tc:1", 'a:b', "a:b\tc", "a:b\t")
  end

  test 'columns are as many as there are names' do
    reader = Efk::CsvLines.new(%w[a b c])
    assert_equal [{ 'a' => 1, 'b' => 'x "y", z' }, { 'c' => '007' }], read(reader, '1,"x ""y"", z",', ',,007')
    assert_equal [nil] * 5, read(reader, '', '1,2', '1,2,3,4', '1,"2,3', '1,"2"x,3')
    other = Efk::CsvLines.new(%w[a b], separator: '|', quote: "'")
    assert_equal({ 'a' => 'x', 'b' => "y|'z" }, other.read("x|'y|''z'"))
  end

  test 'an access log has a status, and a time in brackets' do
    assert_equal [nil] * 4, read(Efk::AccessLines.new, '1 - - [t] "GET / HTTP/1.1" 200', '1 - - [t] "GET / 200 1',
                                 '1 - - t "GET / HTTP/1.1" 200 1', '1 - - [t] "GET /" 20 1')
    assert_equal({ 'client.address' => '1', 'time' => 't', 'http.response.status_code' => 200 },
                 Efk::AccessLines.new.read('1 - - [t] "" 200 -'))
    assert_equal 'a b', Efk::AccessLines.new.read('1 - - [t] "" 200 - "-" "-" a b')['rest']
  end

  test 'a request may have no version, no path, or be none' do
    lines = ['GET /?', 'OPTIONS * HTTP/1.1', '\x16\x03', '']
    assert_equal([{ 'http.request.method' => 'GET', 'url.path' => '/', 'url.query' => '' },
                  { 'http.request.method' => 'OPTIONS', 'url.original' => '*', 'http.version' => '1.1' },
                  { 'request' => '\x16\x03' }, {}], lines.map { |line| Efk::RequestLine.fields(line) })
  end

  test 'klog has names and values behind a quoted message, or a message' do
    head = 'W0102 15:04:05.123456       7 a.go:12] '
    texts = ['"x \"y\"" a=1', '"x"', 'plain a=b', '"x" is bad', '"x"y=1']
    assert_equal(['x "y"', 'x', *texts.last(3)], texts.map { |text| Efk::KlogLines.new.read(head + text)['message'] })
    assert_equal [nil] * 2, read(Efk::KlogLines.new, 'Info: x', 'X0102 15:04:05.123456       7 a.go:12] x')
  end

  test 'syslog has a priority that there is' do
    assert_equal [nil] * 4, read(Efk::SyslogLines.new, '<192>1 - - - - - - x', '<192>Oct 11 22:14:15 h a: x', '<34>x',
                                 'Oct 11 22:14:15 x')
    assert_equal({ 'a' => { 'b' => 'x"]\\y' }, 'c' => {} },
                 Efk::SyslogLines.new.read('<0>1 - - - - - [a b="x\"\]\\\\y"][c] m')['log.syslog.structured_data'])
  end

  test 'groups of a pattern are fields, with its names or others' do
    assert_equal [{ 'a' => 'x', 'b' => 12 }, { 'a' => 'y' }, nil],
                 read(Efk::PatternLines.new('\A(?<a>\w)(?: (?<b>\d+))?\z'), 'x 12', 'y', 'zz')
    assert_equal({ 'log.level' => 'x' }, Efk::PatternLines.new('\A(?<f0>.)', %w[log.level]).read('x'))
  end

  test 'a number is one if it is written as one' do
    texts = ['0', '-7', '1.5', '-0.25', '007', '1.50', '1e5', '+1', '-0', '0x1', '1.', '9' * 19, '', 'a1']
    assert_equal([0, -7, 1.5, -0.25] + texts[4..], texts.map { |text| Efk::TextValue.of(text) })
  end
end
