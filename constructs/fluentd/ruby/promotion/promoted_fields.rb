# frozen_string_literal: true

require_relative 'promoted_durations'
require_relative 'promoted_requests'
require_relative 'promoted_keys'

module Efk
  # Which fields there are, of which type, and from which keys they come. A key may be written with
  # dots or as objects in each other. `host`, `user` and `labels` are not among them: they are a text in one program and
  # an object in the other.
  module PromotedFields
    extend PromotedKeys

    # Where programs put what their tracer says: at the top, or in the context of the thread or the log.
    CONTEXTS = ['', 'mdc.', 'MDC.', 'contextMap.', 'context.', 'extra.', 'attributes.', 'Properties.', 'dd.',
                'record.extra.'].freeze
    RESOURCES = ['', 'resource.', 'resource.attributes.', 'attributes.'].freeze

    TRACES = {
      'trace.id' => [
        :keyword,
        keys(:id, *within(CONTEXTS, %w[trace.id trace_id traceId traceID TraceId TraceID traceid]), '@tr',
             'otelTraceID', 'elasticapm_trace_id', 'X-B3-TraceId'),
        keys(:trace_of_google, 'logging.googleapis.com/trace', stays: true),
        keys(:traceparent, 'traceparent', 'context.traceparent', stays: true)
      ],
      'span.id' => [
        :keyword,
        keys(:id, *within(CONTEXTS, %w[span.id span_id spanId spanID SpanId SpanID spanid]), '@sp', 'otelSpanID',
             'elasticapm_span_id', 'X-B3-SpanId', 'logging.googleapis.com/spanId')
      ],
      'transaction.id' => [:keyword, keys(:id, 'transaction.id', 'elasticapm_transaction_id')]
    }.freeze

    LOGS = {
      'log.level' => [
        :keyword,
        keys(:level, 'log.level', 'level', 'severity', 'levelname', 'level_name', 'loglevel', 'logLevel', 'log_level',
             'LogLevel', 'Level', 'LEVEL', 'lvl', 'Severity', 'SEVERITY', 'severity_text', 'severityText',
             'SeverityText', '@l', '@level', 'error_severity', 'record.level.name'),
        keys(:level_of_python, 'levelno', 'record.level.no'),
        keys(:level_of_syslog, 'syslog.severity', 'syslog_severity', 'log.syslog.severity.name', 'PRIORITY'),
        keys(:level_of_opentelemetry, 'severity_number', 'severityNumber', 'SeverityNumber')
      ],
      'log.logger' => [
        :keyword,
        keys(:keyword, 'log.logger', 'logger', 'logger_name', 'loggerName', 'LoggerName', 'SourceContext',
             'Properties.SourceContext', '@module', 'record.name'),
        keys(:keyword, 'Category', where: beside(%w[EventId LogLevel])),
        keys(:keyword, 'channel', where: beside(%w[level_name])),
        keys(:keyword, 'target', where: beside(%w[fields])),
        keys(:keyword, 'name', where: beside(%w[levelname levelno pid]))
      ],
      'process.thread.name' => [
        :keyword,
        keys(:keyword, 'process.thread.name', 'thread_name', 'threadName', 'thread.name', 'thread',
             'attributes.thread.name', 'record.thread.name')
      ],
      'event.dataset' => [:keyword, keys(:keyword, 'event.dataset')]
    }.freeze

    SERVICES = {
      'service.name' => [
        :keyword,
        keys(:keyword, *within(RESOURCES, %w[service.name]), 'service', 'service_name', 'serviceName', 'dd.service',
             'otelServiceName', 'elasticapm_service_name', 'serviceContext.service')
      ],
      'service.version' => [
        :keyword,
        keys(:keyword, *within(RESOURCES, %w[service.version]), 'service_version', 'dd.version',
             'serviceContext.version')
      ],
      'service.environment' => [
        :keyword,
        keys(:keyword, 'service.environment', 'dd.env', 'elasticapm_service_environment',
             *within(RESOURCES, %w[deployment.environment.name deployment.environment]))
      ],
      'service.node.name' => [
        :keyword,
        keys(:keyword, 'service.node.name', *within(RESOURCES, %w[service.instance.id]))
      ]
    }.freeze

    EXCEPTIONS = ['exception.', 'attributes.exception.', 'context.exception.', 'thrown.'].freeze
    ERRORS = {
      'error.type' => [
        :keyword,
        keys(:keyword, 'error.type', 'err.type', *within(EXCEPTIONS, %w[type class exceptionType name]),
             'error.kind', 'error.name', 'err.name', 'exception_type', 'exception_class')
      ],
      'error.code' => [
        :keyword,
        keys(:keyword, 'error.code', 'err.code', *within(EXCEPTIONS, %w[code]), 'error_code', 'errorCode')
      ],
      'error.message' => [
        :match_only_text,
        keys(:text, 'error.message', 'error', 'err.message', 'err', *within(EXCEPTIONS, %w[message]), 'error_message',
             'errorMessage')
      ],
      'error.stack_trace' => [
        :wildcard,
        keys(:trace, 'error.stack_trace', 'error.stack', 'error.stacktrace', 'error.stackTrace', 'err.stack',
             *within(EXCEPTIONS, %w[stacktrace stack_trace stackTrace stack extendedStackTrace])),
        keys(:lines, 'stack_trace', 'stacktrace', 'stackTrace', 'StackTrace', '@x', 'exc_info', 'exc_text',
             'traceback', 'exception', 'Exception', 'stack', 'errorVerbose')
      ]
    }.freeze

    # By name the type, and the keys from which it comes.
    ALL = { **TRACES, **LOGS, **SERVICES, **ERRORS, **PromotedDurations::FIELDS, **PromotedRequests::FIELDS }.freeze

    # What they are in.
    OBJECTS = ALL.keys.map { |name| name.split('.').first }.uniq.freeze
  end
end
