import { ECS_FIELDS, propertiesOf } from './ecs-fields';

const KEYWORD = { type: 'keyword', ignore_above: 1024 } as const;

/** Every leaf is searchable as a keyword, and the mapping has one field however many leaves there are. */
const FLATTENED = { type: 'flattened', ignore_above: 1024 } as const;

/**
 * Fields of a log. They cannot grow in number with what applications write, and cannot clash in type between teams: both
 * would have documents refused.
 */
export const MAPPINGS = {
  // A text that looks like a date in the first document must not decide the type for all that follow.
  date_detection: false,
  dynamic_templates: [{ strings_as_keyword: { match_mapping_type: 'string', mapping: KEYWORD } }],
  properties: {
    // The runtime writes nanoseconds; lines of one burst would have no order in milliseconds (elastic/elasticsearch#10005).
    '@timestamp': { type: 'date_nanos' },
    message: { type: 'match_only_text' },
    stream: KEYWORD,
    ...propertiesOf({
      ...ECS_FIELDS,
      // Where the line stands in its file, which is the order of lines of one time; `partial` if it goes on in the next one.
      'log.offset': { type: 'long' },
      'log.flags': KEYWORD,
      // Of inputs, which know them for certain, and not of what programs write.
      'event.action': KEYWORD,
      'event.outcome': KEYWORD,
      'log.file.path': KEYWORD,
      'orchestrator.namespace': KEYWORD,
      'orchestrator.resource.name': KEYWORD,
      'orchestrator.resource.type': KEYWORD,
      'process.pid': { type: 'long' },
      'user.name': KEYWORD,
      // Where a message of Kafka stands.
      'kafka.key': KEYWORD,
      'kafka.partition': { type: 'long' },
      'kafka.topic': KEYWORD,
      // What a message of syslog says of itself.
      'log.syslog.appname': KEYWORD,
      'log.syslog.facility.code': { type: 'long' },
      'log.syslog.hostname': KEYWORD,
      'log.syslog.msgid': KEYWORD,
      'log.syslog.procid': KEYWORD,
      'log.syslog.severity.code': { type: 'long' },
      'log.syslog.structured_data': FLATTENED,
      // `pipeline_error` if content was changed or withheld on the way, why in `error`; `original` is only to be seen.
      'event.kind': KEYWORD,
      'event.original': { type: 'keyword', index: false, doc_values: false },
    }),
    data_stream: {
      properties: {
        type: { type: 'constant_keyword', value: 'logs' },
        dataset: { type: 'constant_keyword' },
        namespace: { type: 'constant_keyword' },
      },
    },
    kubernetes: {
      properties: {
        namespace_name: KEYWORD,
        pod_name: KEYWORD,
        container_name: KEYWORD,
        pod_id: KEYWORD,
        host: KEYWORD,
        // `app` and `app.kubernetes.io/name` cannot both be fields of one object.
        labels: FLATTENED,
        annotations: FLATTENED,
      },
    },
    // What applications write: their fields clash in type between teams, which would reject documents, and their number
    // has no bound. Flattened, every field can be searched by its exact value; ranges of numbers cannot.
    json: FLATTENED,
  },
} as const;
