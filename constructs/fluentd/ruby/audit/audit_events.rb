# frozen_string_literal: true

require 'digest'
require 'json'
require_relative '../common/pipeline_error'
require_relative '../network/pieces'
require_relative '../promotion/addresses'
require_relative 'audit_subject'
require_relative 'long_audit_event'

module Efk
  # Records of the lines of an audit log of Kubernetes.
  #
  # The identity of an event is its line. Its `auditID` would be none: a client may choose it (the header `Audit-ID`
  # of a request, which the API server takes as it is), and with that of another request it would hide its own.
  #
  # @see https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/
  class AuditEvents
    NO_EVENT = 'message: no event of an audit log (audit.k8s.io)'
    TOO_LONG = 'message: an event that is too long to be read, but for its beginning'
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
      @long = LongAuditEvent.new
    end

    # The fields of the event that +record+ has as its message, or has a piece of; nil if it is none.
    def read(record)
      bytes = record['message'].to_s.bytesize
      line = text(record)
      fields = @long.fields(record, bytes) { |head| event(head) }
      @whole = fields.nil?
      fields || event(line)
    end

    # Whether what was read last is no event, or could not be read as a whole.
    def bad?(fields)
      fields.nil? || !@whole
    end

    # Yields the records of what was read last, of which a long event has several.
    def records(record, fields)
      line = text(record)
      common = common(record, fields)
      return yield(common) if line.bytesize <= @longest

      at = record.dig('log', 'offset').to_i
      Pieces.each(line, @longest) do |piece, more|
        yield part(common, fields, at, more || @long.more?(record)).merge('message' => piece)
        at += piece.bytesize
      end
    end

    private

    def event(text)
      fields = @json.load(text)
      fields if fields.is_a?(Hash) && fields['kind'] == 'Event' && fields['apiVersion'].to_s.start_with?(GROUP)
    rescue JSON::ParserError
      nil
    end

    # A piece may be like another one, so it has the identity of its place.
    def common(record, fields)
      id = @whole && fields ? id(record['message']) : record['_id'] || id(record['message'])
      common = { **record, **(fields ? of_event(fields) : {}), '_id' => id }
      PipelineError.mark(common, fields ? TOO_LONG : NO_EVENT) if bad?(fields)
      common.compact
    end

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
    def part(common, fields, at, more)
      log = { 'offset' => at }
      log['flags'] = PARTIAL if more
      { **common, '_id' => "#{common['_id']}-#{at}", 'log' => log, 'json' => fields&.except(*LONG) }.compact
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
