# frozen_string_literal: true

require 'fluent/config'
require_relative 'dead_letters/dead_letter_resend'
require_relative 'out_elasticsearch_bulk'
require_relative 'bulk/patience'

module Efk
  # The program that sends the dead letters of a node again, with what the configuration of Fluentd says:
  #
  #   kubectl exec <pod> -- ruby /fluentd/plugins/resend_dead_letters.rb
  module ResendDeadLetters
    CONFIG = '/fluentd/etc/fluent.conf'
    # Pauses before letters that were refused for a while are sent again. In seconds.
    PAUSES = [1, 2, 4, 8].freeze
    DONE = { 'stored' => 'stored', 'already_stored' => 'stored already', 'other_form' => 'stored in another form',
             'failure_store' => 'in the failure store', 'dead_letter' => 'refused again and kept',
             'unreadable' => 'unreadable and kept' }.freeze

    module_function

    # Returns the status with which the program ends.
    def run(config = CONFIG, out: $stdout, err: $stderr)
      out.puts(summary(resend(matches_in(Fluent::Config.build(config_path: config)))))
      0
    rescue BulkConnection::Lost, BulkDelivery::Postponed => e
      err.puts("Elasticsearch stores nothing at present (#{e.message}); the letters are still there, try again later")
      1
    rescue Fluent::ConfigError, SystemCallError => e
      err.puts(e.message)
      1
    end

    # What became of the letters.
    def resend(matches)
      client = BulkClient.new(settings(find(matches, 'elasticsearch_bulk')))
      letters = DeadLetterResend.new(find(matches, 'dead_letters')['path']) do |tag, body, size|
        client.deliver(tag, body, size, again: again)
      end
      letters.run.results
    end

    def again
      Patience.new(PAUSES) { |pause| sleep(pause) && true }.method(:again?)
    end

    def matches_in(element)
      element.elements.flat_map { |child| child.name == 'match' ? [child] : matches_in(child) }
    end

    def find(matches, type)
      matches.find { |match| match['@type'] == type } or raise Fluent::ConfigError, "there is no output #{type}"
    end

    def settings(match)
      plugin = Fluent::Plugin::ElasticsearchBulkOutput.new
      plugin.class::SETTINGS.to_h { |name| [name, cast(name, match[name.to_s]) || plugin.public_send(name)] }
    end

    def cast(name, value)
      case name
      when :compatible_with then value&.to_i
      when :request_timeout then value && Fluent::Config.time_value(value)
      else value
      end
    end

    def summary(results)
      return 'there are no dead letters' if results.empty?

      results.map { |result, number| "#{number} #{DONE.fetch(result)}" }.join(', ')
    end
  end
end

exit Efk::ResendDeadLetters.run(*ARGV) if $PROGRAM_NAME == __FILE__
