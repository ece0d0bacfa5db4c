# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/common/compiler'

# When methods are compiled.
class CompilerTest < Test::Unit::TestCase
  def enabled?
    defined?(RubyVM::YJIT) ? RubyVM::YJIT.enabled? : false
  end

  test 'not if it is switched off' do
    before = enabled?
    Efk::Compiler.start({ 'RUBY_YJIT_ENABLE' => '0' })
    assert_equal before, enabled?
  end

  test 'whenever Ruby can, also if it is said twice' do
    2.times { Efk::Compiler.start({}) }
    assert_equal !defined?(RubyVM::YJIT.enable).nil?, enabled?
  end
end
