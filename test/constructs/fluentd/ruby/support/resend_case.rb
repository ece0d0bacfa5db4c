# frozen_string_literal: true

require 'fluent/test'
require 'stringio'
require 'test/unit'
require_relative '../../../../../constructs/fluentd/ruby/out_dead_letters'
require_relative '../../../../../constructs/fluentd/ruby/resend_dead_letters'
require_relative 'bulk_server'

# Dead letters of a node with a configuration, and an Elasticsearch.
class ResendCase < Test::Unit::TestCase
  DEAD_LETTERS = Fluent::Plugin::DeadLettersOutput

  setup do
    Fluent::Test.setup
    @server = BulkServer.new
    @parent = Dir.mktmpdir
    @folder = File.join(@parent, 'dead-letters')
    @config = File.join(@parent, 'fluent.conf').tap { |path| File.write(path, configuration) }
  end

  teardown do
    @server.stop
    FileUtils.rm_rf(@parent)
  end

  def configuration
    <<~CONF
      <label @LOGS>
        <match **>
          @type elasticsearch_bulk
          url #{@server.url}
          ca_file #{@server.ca_file}
          user fluentd
          password "\#{ENV['RESEND_TEST_PASSWORD']}"
          request_timeout 5s
          <buffer tag>
            @type file
            path /nowhere
          </buffer>
        </match>
      </label>
      <label @ERROR>
        <match **>
          @type dead_letters
          path #{@folder}
        </match>
      </label>
    CONF
  end

  def keep(tag, *records)
    configuration = Fluent::Config::Element.new('match', '', { 'path' => @folder }, [])
    @plugin ||= DEAD_LETTERS.new.tap { |plugin| plugin.configure(configuration) }
    @plugin.process(tag, Fluent::ArrayEventStream.new(records.map { |record| [Fluent::EventTime.new(7), record] }))
  end

  def record(id, extra = {})
    { '@timestamp' => '2026-11-25T07:00:00Z', 'message' => "text of #{id}", '_id' => id }.merge(extra)
  end

  def resend
    @out = StringIO.new
    @err = StringIO.new
    Efk::ResendDeadLetters.run(@config, out: @out, err: @err)
  end

  def files
    Dir.children(@folder).sort - ['lock']
  end

  def refuse(*ids)
    @server.answer do |request|
      items = request.documents.map do |document|
        refusal = { 'status' => 400, 'error' => { 'type' => 'a', 'reason' => 'b' } }
        { 'create' => ids.include?(document['_id']) ? refusal : { 'status' => 201 } }
      end
      [200, JSON.generate('errors' => true, 'items' => items)]
    end
  end
end
