# frozen_string_literal: true

require 'test/unit'
require_relative 'support/elasticsearch_limits'
require_relative 'support/fit_driver'
require_relative 'support/random_lines'

# What holds for every record, whatever is in it.
class ElasticsearchFitAnyRecordTest < Test::Unit::TestCase
  include FitDriver

  STRICT = JSON::Coder.new(max_nesting: 0, allow_duplicate_key: true, allow_comments: false)

  # What no message is known to do.
  def fail_at_poison(error)
    fit = @driver.instance.instance_variable_get(:@fit)
    fitting = fit.method(:fit)
    fit.define_singleton_method(:fit) do |record, time|
      record['message'].include?('poison') ? raise(error, record['message']) : fitting.call(record, time)
    end
  end

  [ArgumentError, SystemStackError, NoMemoryError].each do |error|
    test "a record that raises #{error} fails alone, as text, and its content gets into no log" do
      fail_at_poison(error)
      before = count('failure')
      records = fit_all(['{"a":1}', 'poison 1', "poison \xE9", '{"b":1}'].map do |message|
        { '@timestamp' => TIME, 'message' => message, 'json' => ({ 'x' => Float::NAN } if message.include?('poison')) }
      end)

      assert_equal(['{"a":1}', 'poison 1', 'poison �', '{"b":1}'], records.map { |record| record['message'] })
      assert_equal([{ 'a' => 1 }, nil, nil, { 'b' => 1 }], records.map { |record| record['json'] })
      assert_equal(['the record could not be fitted'] * 2, records[1, 2].map { |record| why(record) })
      assert_equal(before + 2, count('failure'))
      assert_equal(1, @driver.logs.grep(/could not be fitted/).size, 'said once for each kind of error')
      assert_empty(@driver.logs.grep(/poison \S/))
    end
  end

  test 'whatever is written, Elasticsearch takes it, and nothing of it is lost or logged' do
    seed = Integer(ENV.fetch('SEED') { Random.new_seed % 1_000_000 })
    random = RandomLines.new(seed)
    inputs = Array.new(Integer(ENV.fetch('RUNS', 3_000))) { [random.line, random.time] }
    records = fit_all(inputs.map { |line, time| { '@timestamp' => time, 'message' => line } })

    inputs.zip(records) do |(line, time), record|
      about = "SEED=#{seed} #{line[0, 300].inspect} #{time.inspect}"
      assert_empty ElasticsearchLimits.mistakes(JSON.generate(record)), about
      assert_equal line.scrub, record['message'], about
      assert record.key?('json') || record.key?('event'), about if strict_object?(line)
      assert record.key?('event'), about unless line.valid_encoding? && record['@timestamp'] == time
    end
    assert_empty @driver.logs
  end

  def strict_object?(line)
    STRICT.load(line).is_a?(Hash) && line.start_with?('{')
  rescue JSON::ParserError, EncodingError
    false
  end
end
