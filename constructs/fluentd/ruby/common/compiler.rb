# frozen_string_literal: true

module Efk
  # YJIT, the compiler of Ruby, takes a third off the processor time of a line. It is started when Fluentd has read its
  # configuration: from the environment it would also compile what runs once, in both processes of Fluentd, which takes
  # half a second. The Ruby of the official image has it (`--enable-yjit` in https://github.com/docker-library/ruby);
  # others go without.
  module Compiler
    # With the value 0 there is none.
    SWITCH = 'RUBY_YJIT_ENABLE'

    module_function

    # Methods that are called often are compiled from now on.
    def start(environment = ENV)
      RubyVM::YJIT.enable if usable?(environment)
    end

    def usable?(environment)
      !defined?(RubyVM::YJIT.enable).nil? && environment[SWITCH] != '0'
    end
  end
end
