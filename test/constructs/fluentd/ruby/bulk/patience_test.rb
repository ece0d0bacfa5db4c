# frozen_string_literal: true

require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/bulk/patience'

class PatienceTest < Test::Unit::TestCase
  setup { @waited = [] }

  def patience(goes_on: true)
    Efk::Patience.new([1, 2, 4]) do |pause|
      @waited << pause
      goes_on
    end
  end

  test 'it ends after a few attempts without success' do
    patience = self.patience

    assert_equal([true, true, true, false], Array.new(4) { patience.again?(10) })
    assert_equal([1, 2, 4], @waited)
  end

  test 'it does not end while there is success' do
    patience = self.patience

    assert_equal([true] * 9, 9.downto(1).map { |number| patience.again?(number) })
    assert_equal([1] * 9, @waited)
  end

  test 'more than before is no success' do
    patience = self.patience

    assert_equal([true, true, true, true, false], [10, 5, 7, 6, 5].map { |number| patience.again?(number) })
    assert_equal([1, 1, 2, 4], @waited)
  end

  test 'it ends when nobody waits any longer' do
    assert_false(patience(goes_on: false).again?(1))
  end
end
