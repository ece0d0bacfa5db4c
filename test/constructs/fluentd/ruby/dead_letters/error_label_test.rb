# frozen_string_literal: true

require 'fluent/test'
require 'test/unit'
require 'tmpdir'
require_relative '../../../../../constructs/fluentd/ruby/out_dead_letters'

# Labels as in the pipeline: an output that fails as a test says, behind a filter or not, and dead letters in @ERROR.
class ErrorLabelTest < Test::Unit::TestCase
  class FailingOutput < Fluent::Plugin::Output
    Fluent::Plugin.register_output('failing', self)
    class << self
      attr_accessor :failure
    end

    def process(_tag, _events)
      raise self.class.failure
    end
  end

  # Fails for a whole batch.
  class FailingFilter < Fluent::Plugin::Filter
    Fluent::Plugin.register_filter('failing', self)

    def filter_stream(_tag, _events)
      raise KeyError, 'no name'
    end
  end

  # Says of each record that it is wrong.
  class RefusingFilter < Fluent::Plugin::Filter
    Fluent::Plugin.register_filter('refusing', self)

    def filter_stream(tag, events)
      events.each { |time, record| router.emit_error_event(tag, time, record, KeyError.new('no name')) }
      Fluent::MultiEventStream.new
    end
  end

  setup do
    Fluent::Test.setup
    @folder = Dir.mktmpdir
  end

  teardown { FileUtils.rm_rf(@folder) }

  def emit(failure, filter: 'grep', error_filter: nil)
    FailingOutput.failure = failure
    agent = Fluent::Engine.root_agent
    labels = [label('@LOGS', filter, '@type failing'),
              label('@ERROR', error_filter, "@type dead_letters\npath #{@folder}")]
    agent.configure(Fluent::Config.parse(labels.join, 'test', '.', true))
    agent.lifecycle { |plugin, _kind| plugin.start }
    agent.find_label('@LOGS').event_router.emit('shop', Fluent::EventTime.now, { 'message' => 'm' })
  end

  def label(name, filter, match)
    filter &&= "<filter **>\n@type #{filter}\n</filter>"
    "<label #{name}>\n#{filter}\n<match **>\n#{match}\n</match>\n</label>\n"
  end

  def letters
    Efk::DeadLetterFiles.list(@folder).flat_map { |path| File.readlines(path) }.map { |line| JSON.parse(line) }
  end

  OVERFLOW = Fluent::Plugin::Buffer::BufferOverflowError

  data('with a filter' => 'grep', 'without a filter' => nil)
  test 'who emits learns that a buffer is full' do |filter|
    assert_raise(OVERFLOW.new('full')) { emit(OVERFLOW.new('full'), filter: filter) }
    assert_empty(letters)
  end

  test 'who emits learns that the disk is full' do
    assert_raise(OVERFLOW.new('Errno::ENOSPC in an output')) { emit(Errno::ENOSPC.new) }
    assert_empty(letters)
  end

  data('with a filter' => 'grep', 'without a filter' => nil)
  test 'what is wrong with a record is a dead letter, with the reason' do |filter|
    emit(KeyError.new('no name'), filter: filter)

    assert_equal([{ 'type' => 'KeyError', 'message' => 'no name' }], letters.map { |letter| letter['error'] })
  end

  test 'a record that a filter fails for is a dead letter, with the reason' do
    emit(KeyError.new, filter: 'failing')

    assert_equal([{ 'type' => 'KeyError', 'message' => 'no name' }], letters.map { |letter| letter['error'] })
  end

  test 'what fails in the label @ERROR does not enter it again' do
    assert_raise(KeyError) { emit(KeyError.new, error_filter: 'failing') }
    assert_empty(letters)
  end

  test 'what is refused in the label @ERROR does not enter it again, and is counted' do
    emit(KeyError.new, error_filter: 'refusing')

    assert_empty(letters)
    assert_equal(1, Efk::Metrics.registry.get(:fluentd_dead_letters_lost_records_total).get)
  end
end
