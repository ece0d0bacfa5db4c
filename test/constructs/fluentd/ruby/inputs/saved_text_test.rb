# frozen_string_literal: true

require 'test/unit'
require 'tmpdir'
require_relative '../../../../../constructs/fluentd/ruby/inputs/saved_text'

# A text that outlives the process.
class SavedTextTest < Test::Unit::TestCase
  test 'what was written last is read, by another process too' do
    Dir.mktmpdir do |folder|
      path = "#{folder}/a/b/text"
      assert_nil Efk::SavedText.new(path).read
      %w[one two].each { |text| Efk::SavedText.new(path).write(text) }
      assert_equal 'two', Efk::SavedText.new(path).read
      assert_equal ['text'], Dir.children(File.dirname(path))
    end
  end

  test 'a text that was cut off counts as none' do
    Dir.mktmpdir do |folder|
      File.write("#{folder}/text", 'tw')
      assert_nil Efk::SavedText.new("#{folder}/text").read
    end
  end
end
