# frozen_string_literal: true

require 'fluent/test'
require 'fluent/test/driver/output'
require 'fluent/test/helpers'
require 'test/unit'
require 'tmpdir'
require_relative '../../../../constructs/fluentd/ruby/out_dead_letters'

class DeadLettersOutputTest < Test::Unit::TestCase
  include Fluent::Test::Helpers

  TIME = Fluent::EventTime.new(Time.utc(2026, 11, 25, 7).to_i, 123)

  setup do
    Fluent::Test.setup
    @folder = Dir.mktmpdir
  end

  teardown { FileUtils.rm_rf(@folder) }

  def driver(parameters = '')
    conf = "path #{@folder}\n#{parameters}"
    Fluent::Test::Driver::Output.new(Fluent::Plugin::DeadLettersOutput).configure(conf)
  end

  def keep(*records, driver: self.driver)
    driver.run(default_tag: 'shop') { records.each { |record| driver.feed(TIME, record) } }
    driver
  end

  def letters
    Efk::DeadLetterFiles.list(@folder).flat_map { |path| File.readlines(path) }.map { |line| JSON.parse(line) }
  end

  def value(name, labels = {})
    Efk::Metrics.registry.get(:"fluentd_dead_letters_#{name}").get(labels: labels)
  end

  test 'a letter says when, whose and all of the record' do
    keep({ 'message' => 'm', '_id' => 'a1' })

    assert_equal([{ 'time' => '2026-11-25T07:00:00.000000123Z', 'tag' => 'shop', 'error' => { 'type' => 'unknown' },
                    'record' => { 'message' => 'm', '_id' => 'a1' } }], letters)
  end

  test 'a letter says why, if the record comes with that' do
    keep({ 'message' => 'm', '_error' => { 'type' => 'document_parsing_exception', 'message' => 'why' } })

    assert_equal([{ 'message' => 'm' }, { 'type' => 'document_parsing_exception', 'message' => 'why' }],
                 letters.fetch(0).values_at('record', 'error'))
  end

  test 'a letter says what was raised, if that is known' do
    driver = self.driver
    driver.run(default_tag: 'shop') do
      raise KeyError, 'no name'
    rescue KeyError
      driver.feed(TIME, { 'message' => 'm' })
    end

    assert_equal({ 'type' => 'KeyError', 'message' => 'no name' }, letters.fetch(0)['error'])
  end

  data('NaN' => Float::NAN, 'bytes' => "caf\xE9".b, 'deep' => (1..500).reduce('x') { |inner, _| [inner] })
  test 'a record that JSON cannot hold is kept' do |value|
    keep({ 'message' => 'm', 'v' => value })

    assert_equal('m', letters.fetch(0)['record']['message'])
  end

  test 'a record that is larger than a file is kept, cut' do
    keep({ 'message' => 'x' * 100_000, '_id' => 'a1' }, driver: driver("max_file_size 32k\nmax_size 64k"))

    record = letters.fetch(0)['record']
    assert_equal(['x' * 1024, 'a1', ['truncated']], [record['message'], record['_id'], record['log']['flags']])
  end

  test 'letters are counted by route and reason' do
    labels = { route: 'shop', reason: 'unknown' }
    keep
    before = value(:records_total, labels)
    keep({ 'message' => 'm' }, { 'message' => 'n' })

    assert_equal(before + 2, value(:records_total, labels))
  end

  test 'removed letters are counted' do
    keep
    before = [value(:removed_records_total), value(:removed_bytes_total)]
    keep(*Array.new(30) { { 'message' => 'x' * 900 } }, driver: driver("max_file_size 4k\nmax_size 16k"))

    removed = value(:removed_records_total) - before[0]
    assert_equal(30, removed + letters.size)
    assert_true(value(:removed_bytes_total) - before[1] >= removed * 900)
  end

  test 'a folder that takes nothing is said and counted, and stops nobody' do
    driver = self.driver
    before = value(:lost_records_total)
    driver.run(default_tag: 'shop') do
      FileUtils.rm_rf(@folder)
      File.write(@folder, '')
      2.times { driver.feed(TIME, { 'message' => 'm' }) }
    end

    assert_equal(before + 2, value(:lost_records_total))
    assert_equal(1, driver.logs.grep(/dead letters cannot be kept/).size)
  end

  test 'the log has no content' do
    driver = keep({ 'message' => 'geheim' }, { 'message' => 'geheim' })

    assert_equal(1, driver.logs.grep(/records are dead letters/).size)
    assert_empty(driver.logs.grep(/geheim/))
  end

  test 'labels of metrics have a bound' do
    driver = self.driver
    driver.run { 300.times { |n| driver.feed("tag#{n}", TIME, { 'message' => 'm' }) } }

    assert_true(value(:records_total, { route: 'other', reason: 'unknown' }) > 100)
  end

  test 'the bound must leave room for two files' do
    assert_raise(Fluent::ConfigError.new('max_size must be at least twice max_file_size')) do
      driver("max_file_size 8m\nmax_size 15m")
    end
  end
end
