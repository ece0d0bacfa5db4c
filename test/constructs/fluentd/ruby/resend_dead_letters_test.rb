# frozen_string_literal: true

require_relative 'support/resend_case'

class ResendDeadLettersTest < ResendCase
  PROGRAM = File.expand_path('../../../../constructs/fluentd/ruby/resend_dead_letters.rb', __dir__)

  test 'there is nothing to do' do
    assert_equal(0, resend)
    assert_equal("there are no dead letters\n", @out.string)
  end

  test 'a configuration without these outputs' do
    File.write(@config, "<match **>\n@type null\n</match>\n")

    assert_equal(1, resend)
    assert_equal("there is no output elasticsearch_bulk\n", @err.string)
  end

  test 'the program signs in with what its environment says' do
    keep('shop', record('a'))
    output = IO.popen({ 'RESEND_TEST_PASSWORD' => 'geheim' }, ['ruby', PROGRAM, @config], &:read)

    assert_equal("1 stored\n", output)
    assert_equal("Basic #{['fluentd:geheim'].pack('m0')}", @server.requests.fetch(0).headers['authorization'])
  end
end
