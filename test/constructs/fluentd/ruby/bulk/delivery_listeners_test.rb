# frozen_string_literal: true

require_relative '../support/bulk_output_case'

class DeliveryListenersTest < BulkOutputCase
  test 'who listens is told of every chunk that is delivered' do
    driver = self.driver
    told = []
    driver.instance.on_delivery { |tag, chunk, delivery| told << [tag, chunk.read[/"a\d"/], delivery.results] }
    run_with(record, driver: driver)

    assert_equal([['shop', '"a1"', { 'stored' => 1 }]], told)
  end

  test 'without anybody nothing is told' do
    assert_nothing_raised { run_with(record) }
    assert_equal(1, @server.requests.size)
  end
end
