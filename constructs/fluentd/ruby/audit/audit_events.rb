# frozen_string_literal: true

require 'digest'
require 'json'
require_relative '../common/pipeline_error'
require_relative '../network/pieces'
require_relative '../promotion/addresses'
require_relative 'audit_subject'

module Efk
  # Records of the lines of an audit log of Kubernetes.
  #
  # The identity of an event is its line. Its `auditID` would be none: a client may choose it (the header `Audit-ID`
  # of a request, which the API server takes as it is), and with that of another request it would hide its own.
  #
  # @see https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/
  class AuditEvents
    NO_EVENT = 'message: no event of an audit log (audit.k8s.io)'
    GROUP = 'audit.k8s.io/'
    PARTIAL = ['partial'].freeze
    # What can be long, and is only in the text of an event that is in parts.
    LONG = %w[requestObject responseObject].freeze
    NESTING = 1000
    # Where a request failed. Below are those that were served or only redirected.
    FAILED = 400

    # +longest+ is the size at which the text of an event goes on in a new one. In bytes.
    def initialize(longest)
      @longest = longest
      @json = JSON::Coder.new(max_nesting: NESTING, allow_duplicate_key: true)
    end

    # The fields of the event that +record+ has as its message; nil if it is none.
    def read(record)
      fields = @json.load(text(record))
      fields if fields.is_a?(Hash) && fields['kind'] == 'Event' && fields['apiVersion'].to_s.start_with?(GROUP)
    rescue JSON::ParserError
      nil
    end

    # Yields the records of it, of which a long event has several.
    def records(record, fields)
      line = text(record)
      common = { **record, **(fields ? of_event(fields) : PipelineError.mark({}, NO_EVENT)) }
      return yield({ **common, '_id' => id(line) }.compact) if line.bytesize <= @longest

      number = -1
      Pieces.each(line, @longest) do |piece, more|
        yield part(common, fields, number += 1, more).merge('message' => piece, '_id' => "#{id(line)}-#{number}")
      end
    end

    private

    # A line in UTF-8, as which it is read.
    def text(record)
      line = record['message'].to_s
      return line if line.encoding == Encoding::UTF_8 && line.valid_encoding?

      record['message'] = line.dup.force_encoding(Encoding::UTF_8).scrub
    end

    def id(line)
      Digest::SHA256.hexdigest(line).slice(0, 32)
    end

    # Each part has what the event says of itself, so that all are found together.
    def part(common, fields, number, more)
      log = { 'offset' => number }
      log['flags'] = PARTIAL if more
      { **common, 'log' => log, 'json' => fields&.except(*LONG) }.compact
    end

    def of_event(fields)
      subject = AuditSubject.of(fields)
      {
        '@timestamp' => fields['stageTimestamp'],
        'event' => { 'action' => subject['verb'], 'outcome' => outcome(subject['code']) }.compact,
        'user' => { 'name' => subject['user'] }.compact,
        'source' => { 'ip' => address(fields['sourceIPs']) }.compact,
        'orchestrator' => place(subject, fields['objectRef'])
      }.reject { |_, value| value.nil? || value == {} }
    end

    def outcome(code)
      return unless code.is_a?(Integer)

      code < FAILED ? 'success' : 'failure'
    end

    # The last, which the API server has seen itself: a client can say any others in headers of its request.
    def address(list)
      Addresses.ip(list.last) if list.is_a?(Array)
    end

    def place(subject, object)
      name = AuditSubject.hash(object)['name']
      resource = { 'type' => subject['resource'], 'name' => name }.compact
      { 'namespace' => subject['namespace'], 'resource' => resource }.reject { |_, value| value.nil? || value == {} }
    end
  end
end
