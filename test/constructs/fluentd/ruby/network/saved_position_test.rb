# frozen_string_literal: true

require 'test/unit'
require 'tmpdir'
require_relative '../../../../../constructs/fluentd/ruby/network/saved_position'

# A position that outlives the process.
class SavedPositionTest < Test::Unit::TestCase
  setup { @path = "#{@folder = Dir.mktmpdir}/a/b/position" }
  teardown { FileUtils.rm_rf(@folder) }

  def position = Efk::SavedPosition.new(@path)

  test 'what was saved last is loaded, by another process too, and nobody else may read it' do
    assert_nil position.load
    ['one', { 'two' => 2 }].each { |saved| position.save(saved) }
    assert_equal({ 'two' => 2 }, position.load)
    assert_equal ['position'], Dir.children(File.dirname(@path))
    assert_equal 0o600, File.stat(@path).mode & 0o777
  end

  test 'one that was cut off counts as none' do
    position.save('a cursor')
    File.write(@path, '"a cur')
    assert_nil position.load
  end

  test 'one that cannot be read is an error' do
    position
    Dir.mkdir(@path)
    assert_raise(Errno::EISDIR) { position.load }
  end
end
