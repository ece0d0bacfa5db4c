# frozen_string_literal: true

require 'test/unit'
require_relative '../support/promoted_types'
require_relative '../../../../../constructs/fluentd/ruby/promotion/promotion'

# What holds for any fields.
class PromotionPropertiesTest < Test::Unit::TestCase
  KEYS = Efk::PromotedFields::ALL.values.flat_map { |_, *groups| groups.flat_map(&:names) }.uniq.freeze
  OTHERS = %w[a message order host user labels response_flags resp_headers controller levelname EventId].freeze
  VALUES = ['info', 'WARN', 30, 35, 3, 200, '200', 404.0, '', '-', '0', 0, -1, 2**63, 'GET', 'get', '/a?b=c', '/a b',
            'GET /a?b=c HTTP/1.1', 'https://a.example/b', '12ms', '1h2m3.5s', '-1s', 12.5, Float::MAX, '10.0.0.1',
            '10.0.0.1:80', '[::1]:80', 'fe80::1%eth0', '1.2.3', '10.0.0.1/8', '010.0.0.1', "a\nb", ['a'], %w[a b],
            [], [1], nil, true, 'x' * 1024, 'x' * 1025, 'é' * 1024, 'a1b2',
            '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'projects/p/traces/ab', 'shop.example', '0x00',
            '0xab', 'null', "\e[31merror\e[0m"].freeze

  def setup
    @seed = Integer(ENV.fetch('SEED') { Random.new_seed % 1_000_000 })
    @random = Random.new(@seed)
    @promotion = Efk::Promotion.new
  end

  def one(list)
    list.sample(random: @random)
  end

  # Fields under keys that mean something, with dots or as objects in each other.
  def fields
    @random.rand(1..8).times.with_object({}) do |_, json|
      names = one([*([KEYS] * 4), OTHERS]).then { |keys| one(keys) }
      names = @random.rand(2).zero? ? [names] : names.split('.')
      *outer, name = names
      object = outer.reduce(json) { |inner, key| inner.is_a?(Hash) ? inner[key] ||= {} : {} }
      object[name] = one(VALUES) if object.is_a?(Hash)
    end
  end

  def leaves(value, path = [])
    return [[path, value]] unless value.is_a?(Hash) && !value.empty?

    value.flat_map { |key, inner| leaves(inner, path + [key]) }
  end

  test 'no value is lost, what is promoted fits its type, and a second time changes nothing' do
    Integer(ENV.fetch('RUNS', 5_000)).times do
      json = fields
      before = leaves(json)
      record = @promotion.promote({ 'json' => json })
      about = "SEED=#{@seed} #{before.inspect} #{record.inspect}"
      assert_empty PromotedTypes.mistakes(record), about
      assert_held before, record, about
      assert_equal Marshal.load(Marshal.dump(record)), @promotion.promote(record), about
    end
  end

  # Every leaf is where it was, or its text is a promoted one, or what that was read from.
  def assert_held(before, record, about)
    left = leaves(record['json'])
    promoted = leaves(record.except('json')).map(&:last)
    assert_empty left - before - [[[], {}]], about
    (before - left).each { |path, value| assert held?(value, promoted), "#{path} #{value.inspect} is lost: #{about}" }
  end

  def held?(value, promoted)
    texts = promoted.map(&:to_s)
    text = value.is_a?(Array) ? value.join("\n") : value.to_s
    texts.intersect?([text, text.delete_prefix('0x')]) || level?(value, texts) || duration?(value, promoted) ||
      parts?(text, texts)
  end

  def level?(value, texts)
    [Efk::LogLevels::OF[value], Efk::LogLevels::OF_PYTHON[value], Efk::LogLevels::OF_SYSLOG[value],
     Efk::LogLevels::OF_OPENTELEMETRY[value]].compact.intersect?(texts)
  end

  def duration?(value, promoted)
    [*Efk::Durations::UNITS.values.map { |factor| Efk::Durations.of_number(value, factor) },
     Efk::Durations.of_text(value)].compact.intersect?(promoted)
  end

  # A request line, an address with a port, a path with a query: each part is a field.
  def parts?(text, texts)
    parts = text.sub(' HTTP/', ' ').split(/[ ?]|\]?:(?=\d+\z)/).map { |part| part.delete('[') }
    parts.size > 1 && (parts - texts).empty?
  end
end
