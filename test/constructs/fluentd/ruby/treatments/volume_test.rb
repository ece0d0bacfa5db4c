# frozen_string_literal: true

require 'test/unit'
require 'fluent/test'
require 'fluent/test/driver/filter'
require_relative '../../../../../constructs/fluentd/ruby/filter_treatments'

# Options that bound what is stored: samples, limits of lines and of sizes, and which fields there are.
class VolumeTest < Test::Unit::TestCase
  setup { Fluent::Test.setup }

  def driver(sections)
    Fluent::Test::Driver::Filter.new(Fluent::Plugin::TreatmentsFilter)
                                .configure("<treatment web>\n#{sections}\n</treatment>")
  end

  # +records+ are records, or pairs of the second at which they were written and a record.
  def treat(sections, *records)
    d = driver(sections)
    d.run(default_tag: 'kubernetes') do
      records.each do |record|
        second, record = record.is_a?(Array) ? record : [0, record]
        d.feed(Fluent::EventTime.new(1_764_054_000 + second), { '_treatment' => 'web', **record })
      end
    end
    @logs = d.logs
    d.filtered_records
  end

  def count(name, labels)
    Prometheus::Client.registry.get(name).get(labels: { route: '', treatment: 'web', **labels })
  end

  def dropped(reason)
    count(:fluentd_treatments_dropped_records_total, reason: reason)
  end

  SAMPLE = "<sample>\nkeep 0.25\nby trace.id\nexcept {\"level\":\"error\"}\n</sample>"

  test 'a share is kept, and every trace is whole' do
    records = Array.new(2000) { |n| { 'message' => 'm', '_id' => n.to_s, 'trace' => { 'id' => "trace #{n / 4}" } } }
    traces = treat(SAMPLE, *records).group_by { |record| record.dig('trace', 'id') }
    assert_equal [4], traces.values.map(&:size).uniq
    assert_in_delta 125, traces.size, 40
  end

  test 'the same lines are kept again, and those of a field that is below json too' do
    records = Array.new(200) { |n| { 'message' => "{\"trace\":{\"id\":\"#{n}\"}}", '_id' => 'x' } }
    assert_equal treat(SAMPLE, *records), treat(SAMPLE, *records)
    traces = Array.new(200) { |n| { 'message' => 'm', '_id' => 'x', 'trace' => { 'id' => n.to_s } } }
    kept = treat(SAMPLE, *traces).map { |record| record.dig('trace', 'id') }
    # Promoted before they are decided.
    assert_equal(kept, treat(SAMPLE, *records).map { |record| record.dig('trace', 'id') })
  end

  test 'a line without the field is decided by its identity, what is excepted is kept, and others are counted' do
    records = Array.new(1000) { |n| { 'message' => 'm', '_id' => n.to_s } }
    treat(SAMPLE)
    before = dropped('sample')
    kept = treat(SAMPLE, *records)
    assert_in_delta 250, kept.size, 60
    assert_equal 1000 - kept.size, dropped('sample') - before
    assert_equal 1000, treat(SAMPLE, *records.map { |record| record.merge('level' => 'error') }).size
  end

  LIMIT = "<rate_limit>\nlines 60\nper 60s\nburst 3\n</rate_limit>"

  def line(pod, **fields)
    { 'message' => 'm', 'kubernetes' => { 'pod_id' => pod, 'container_name' => 'c' }, **fields.transform_keys(&:to_s) }
  end

  test 'each container has its burst, and as many lines as it may write in the time' do
    treat(LIMIT)
    before = dropped('rateLimit')
    records = [0, 0, 0, 0, 0, 1, 1, 3, 3, 3].map { |second| [second, line('a')] } + [[3, line('b')]]
    assert_equal 7, treat(LIMIT, *records).size
    assert_equal 4, dropped('rateLimit') - before
  end

  test 'lines that are read late are not dropped for it' do
    assert_equal 500, treat(LIMIT, *Array.new(500) { |n| [n, line('a')] }).size
  end

  test 'the next line says how many were dropped, once a minute, and so does the log' do
    seconds = [*([0] * 10), 1, 2, *([2] * 10), 70, 71]
    marks = treat(LIMIT, *seconds.map { |second| [second, line('a')] }).map { |record| record.dig('error', 'message') }
    assert_equal [nil, nil, nil, 'rateLimit: 7 lines before this one were dropped', nil,
                  'rateLimit: 10 lines before this one were dropped', nil], marks
    assert_equal 1, @logs.grep(/lines are dropped by rateLimit treatment="web"/).size
  end

  test 'containers that have written least lately are forgotten' do
    limit = Efk::RateLimit.steps(driver(LIMIT).instance.treatments.first).first
    5000.times { |n| limit.call(line("p#{n}"), Fluent::EventTime.new(0)) }
    assert_equal Efk::RateLimit::MOST, limit.instance_variable_get(:@buckets).size
  end

  def bound(over)
    "<max_message>\nsize 8\nover #{over}\n</max_message>"
  end

  data('as large as it may be' => ['12345678', '12345678', nil], 'larger' => ['123456789', '12345678', ['truncated']],
       'characters of two bytes' => ['1234567é', '1234567', ['truncated']],
       'of three' => ["123456\u20AC9", '123456', ['truncated']], 'of four' => ['12345😀', '12345', ['truncated']],
       'a part of an event' => ['123456789', '12345678', %w[partial truncated], ['partial']])
  test 'a message is cut between characters' do |(message, expected, flags, before)|
    log = { 'offset' => 1, 'flags' => before }.compact
    record = treat(bound('truncate'), { 'message' => message, 'log' => log }).first
    assert_equal [expected, flags], [record['message'], record['log']['flags']]
  end

  test 'a message that is cut is counted, and its fields are left out' do
    treat(bound('truncate'))
    before = count(:fluentd_treatments_truncated_records_total, {})
    record = treat(bound('truncate'), { 'message' => '{"a":"bcdef"}', 'json' => { 'a' => 'bcdef' } }).first
    assert_equal [{ 'message' => '{"a":"bc', 'log' => { 'flags' => ['truncated'] } }, before + 1],
                 [record, count(:fluentd_treatments_truncated_records_total, {})]
  end

  test 'a message that is too large is dropped and counted' do
    treat(bound('drop'))
    before = dropped('maxMessage')
    assert_equal [{ 'message' => '1' }], treat(bound('drop'), { 'message' => '123456789' }, { 'message' => '1' })
    assert_equal before + 1, dropped('maxMessage')
  end

  def fields(params, json)
    treat("<fields>\n#{params}\n</fields>", { 'message' => 'm', 'json' => json }).first.except('message')
  end

  B = { 'a' => { 'b' => 1, 'c' => 2 }, 'd' => 3 }.freeze

  data('renamed' => ['rename {"json.d":"json.x.y"}', { 'a' => { 'b' => 1, 'c' => 2 }, 'x' => { 'y' => 3 } }],
       'renamed in an object' => ['rename {"json.a.b":"json.d"}', { 'a' => { 'c' => 2 }, 'd' => 1 }],
       'missing' => ['rename {"json.z":"json.y"}', B],
       'kept' => ['keep ["json.a.b","json.z"]', { 'a' => { 'b' => 1 } }],
       'none kept' => ['keep ["json.z"]', {}], 'removed' => ['remove ["json.a.b","json.d"]', { 'a' => { 'c' => 2 } }],
       'all of an object removed' => ['remove ["json.a.b","json.a.c"]', { 'd' => 3 }],
       'below no object' => ['remove ["json.d.e"]', B], 'added' => ['add {"json.t":7}', B.merge('t' => 7)],
       'in their order' => ["rename {\"json.d\":\"json.e\"}\nkeep [\"json.e\"]\nadd {\"json.f\":1}",
                            { 'e' => 3, 'f' => 1 }])
  test 'fields' do |(params, expected)|
    assert_equal({ 'json' => expected }, fields(params, Marshal.load(Marshal.dump(B))))
  end

  test 'a key with dots, and a field of its own' do
    assert_equal({ 'json' => { 'c' => 1 } }, fields('rename {"json.a.b":"json.c"}', { 'a.b' => 1 }))
    assert_equal({ 'json' => {}, 'service' => { 'name' => 'cart' } }, fields('add {"service.name":"cart"}', {}))
  end

  test 'a line that is no object gets what is added' do
    record = treat("<fields>\nadd {\"json.a\":true}\n</fields>", { 'message' => 'text' }).first
    assert_equal({ 'message' => 'text', 'json' => { 'a' => true } }, record)
  end
end
