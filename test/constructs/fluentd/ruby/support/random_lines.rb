# frozen_string_literal: true

# Lines that applications might write, and that nobody would: everything follows from one number.
class RandomLines
  SCALARS = ['1', '-0', '0.5', '1e5', '1e400', '-1E+999', '1e-999', 'NaN', 'Infinity', '-Infinity', 'true', 'null',
             '18446744073709551615', '18446744073709551616', '-9223372036854775808', '-9223372036854775809',
             '9' * 30, '7' * 1200, "0.#{'3' * 1200}", '01', '""', '{}', '[]', '+1', '.5', 'undefined'].freeze
  TEXTS = ['a', '', 'straße', '日本語', '😀', '\u0000', '\ud800', '\udc00', '\ud83d\ude00', '\\\\ud800', '\"', '\n',
           'a.b', '.', ' ', "\u0001", "\xE9", 'x' * 1024, 'é' * 1024, '語' * 1024, 'y' * 40_000, 'k' * 29_600,
           '@timestamp', 'message', '_id', 'json'].freeze
  TIMES = ['2026-11-25T07:00:00.123456789Z', '2026-11-25T07:00:00Z', '2026-11-25T16:00:00.5+09:00',
           '1969-12-31T23:59:59.999999999Z', '1970-01-01T00:00:00Z', '1970-01-01T05:00:00+09:00',
           '1969-12-31T23:00:00-09:00', '2262-04-11T23:47:16.854775807Z', '2262-04-11T23:47:16.854775808Z',
           '2262-04-12T01:47:16+02:00', '9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '2026-02-29T00:00:00Z',
           '2024-02-29T00:00:00Z', '2026-11-31T00:00:00Z', '2026-06-30T23:59:60Z', '2026-11-25 07:00:00Z',
           '2026-11-25T07:00:00', '2026-11-25T24:00:00Z', '2026-11-25T07:00:00+18:30', '', "2026-11-25T07:00:0\xE9Z",
           "2026-11-25T07:00:00Z\n"].freeze

  def initialize(seed)
    @random = Random.new(seed)
  end

  def time
    one(TIMES)
  end

  # Text of UTF-8, or what claims to be.
  def line
    text = [method(:json), method(:json), method(:cut), method(:mutated), method(:bytes), method(:nest)]
           .sample(random: @random).call
    text.dup.force_encoding(Encoding::UTF_8)
  end

  private

  def one(list)
    list.sample(random: @random)
  end

  def json
    "#{one(['', '', '', "\uFEFF", ' '])}#{object(@random.rand(4))}#{one(['', '', "\r", '  ', ' // x', 'x', '{}'])}"
  end

  def object(depth)
    members = Array.new(@random.rand(5)) { "\"#{one(TEXTS)}\":#{one(['', ' '])}#{value(depth)}" }
    "{#{members.join(one([',', ', ']))}}"
  end

  def value(depth)
    case @random.rand(depth.positive? ? 5 : 3)
    when 0, 1 then one(SCALARS)
    when 2 then "\"#{one(TEXTS)}\""
    when 3 then object(depth - 1)
    else "[#{Array.new(@random.rand(4)) { value(depth - 1) }.join(',')}]"
    end
  end

  def cut
    text = json
    text.byteslice(@random.rand(2), @random.rand(text.bytesize + 1))
  end

  def mutated
    text = json.b
    @random.rand(1..3).times { text.setbyte(@random.rand(text.bytesize), @random.rand(256)) }
    text
  end

  def bytes
    @random.bytes(@random.rand(60))
  end

  def nest
    depth = one([18, 19, 20, 21, 99, 100, 101, 126, 127, 1000])
    opening, closing = one([['{"a":', '}'], ['{"a":[', ']}'], ['[', ']']])
    "{\"a\":#{opening * (depth - 1)}1#{closing * (depth - 1)}}"
  end
end
