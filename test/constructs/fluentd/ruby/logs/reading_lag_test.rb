# frozen_string_literal: true

require_relative '../support/reading_case'

class ReadingLagTest < ReadingCase
  def shown
    @logs.refresh
    Efk::Metrics.registry.get(:fluentd_container_logs_lag_bytes).values
  end

  def route(lag) = { { route: 'all' } => lag.to_f }

  def size_of(name) = File.size(@folder.path(name))

  test 'what was written and not read is behind, in all files' do
    write('one', 'two')
    @folder.rotate('0.log.20261125-070000')
    write('three')
    assert_equal route(size_of('0.log.20261125-070000') + size_of('0.log')), shown

    pass(5)
    assert_equal route(0), shown
    write('four')
    before = size_of('0.log')
    assert_equal 1, shown.size
    assert_true shown.values.first.between?(1, before - 1)
  end

  test 'what cannot be read any more is not behind' do
    write('one', 'two')
    @folder.rotate('0.log.20261125-070000')
    @folder.compress('0.log.20261125-070000')
    broken = @folder.path('0.log.20261125-070000.gz')
    File.binwrite(broken, File.binread(broken).tap { |bytes| bytes[20] = 'x' })
    write('three')
    pass(5)
    assert_equal route(0), shown
  end

  test 'a route whose files are gone has no series' do
    write('one')
    pass(5)
    assert_equal route(0), shown
    @folder.delete
    pass(5)
    assert_equal({}, shown)
  end
end
