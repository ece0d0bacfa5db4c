# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/logs/label_condition'

# What labels of pods must be.
class LabelConditionTest < Test::Unit::TestCase
  def met?(labels, select: nil, except: nil, unknown: false)
    Efk::LabelCondition.new(select, except, unknown).met?(labels)
  end

  data('a value' => [{ 'team' => 'a' }, true], 'a glob' => [{ 'team' => 'cart-1.x' }, true],
       'another value' => [{ 'team' => 'b' }, false], 'another case' => [{ 'team' => 'A' }, false],
       'no label' => [{}, false], 'a label without a value' => [{ 'team' => nil }, false])
  test 'one glob of a label must match' do |(labels, expected)|
    assert_equal expected, met?(labels, select: { 'team' => %w[a cart-*] })
  end

  test 'all labels must match' do
    select = { 'team' => %w[a], 'tier' => %w[*] }
    assert_true met?({ 'team' => 'a', 'tier' => '' }, select: select)
    assert_false met?({ 'team' => 'a' }, select: select)
  end

  test 'what is excepted is not meant' do
    except = { 'team' => %w[a] }
    assert_equal([false, true, true], %w[a b].push(nil).map { |team| met?({ 'team' => team }, except: except) })
  end

  test 'of a pod that is gone it says what it was told to say' do
    assert_equal([true, false], [true, false].map do |unknown|
      met?(Efk::LabelCondition::GONE, select: { 'team' => %w[a] }, except: { 'team' => %w[*] }, unknown: unknown)
    end)
  end
end
