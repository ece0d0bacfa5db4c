# frozen_string_literal: true

require 'test/unit'
require_relative '../support/log_folder'
require_relative '../../../../../constructs/fluentd/ruby/logs/file_names'

class FileNamesTest < Test::Unit::TestCase
  # Has no positions.
  Positions = Struct.new(:none) do
    def [](_id) = nil
    def delivered?(_id) = false
  end

  setup do
    @folder = LogFolder.new
    @names = Efk::FileNames.new(@folder.path(''), nil) { |path| found(path) }
  end

  teardown { @folder.remove }

  def found(path)
    key = Efk::LogFile.key(Efk::LogSource.open(path))
    Efk::LogFile.new('log', key, path, Positions.new) if key
  end

  # Yields are as files are placed: the active one is open.
  def update(*names, active: '0.log')
    @names.update(names.to_h { |name| [name, name] }, active) do |file, is_active|
      file.open if is_active
      @active = file if is_active
    end
  end

  test 'a name is current while the runtime writes to its file' do
    @folder.write("one\n")
    update('0.log')
    assert_equal([true, true], [@names.active?(@active), @names.current?])
    @folder.write("two\n")
    assert_true(@names.current?)
  end

  test 'it is not current between a rotation and the next update' do
    @folder.write("one\n")
    update('0.log')
    @folder.rotate('0.log.20261125-070000')
    assert_false(@names.current?)
    @folder.write("two\n")
    assert_false(@names.current?)
    update('0.log.20261125-070000', '0.log')
    assert_true(@names.current?)
  end

  test 'it is not current after a cut' do
    @folder.write("one\n")
    update('0.log')
    @folder.write("two\n")
    @active.each_line(100) { nil }
    File.write(@folder.path('0.log'), "three\n")
    assert_false(@names.current?)
    update('0.log')
    assert_true(@names.current?)
  end

  test 'a file that has no line yet is current as long as nothing stands in it' do
    @folder.write('')
    update('0.log')
    assert_true(@names.current?)
    @folder.write('ha')
    assert_false(@names.current?)
  end

  test 'without an active file nothing is current, because there may be one by now' do
    update(active: nil)
    assert_false(@names.current?)
  end
end
