import { dataStreamPattern, type TimeValue } from '../core';

/** Properties for defining an `IndexTemplate`. */
export interface IndexTemplateProps {
  /** Name of the template in Elasticsearch. */
  readonly templateName: string;

  /** Routes whose data streams get the template. */
  readonly routes: readonly string[];

  /** Name of the lifecycle policy of the data streams. */
  readonly policyName: string;

  /**
   * How indices are stored: `logsdb` takes a fraction of the disk of `standard` for some more work while indexing.
   *
   * @default 'logsdb'
   */
  readonly indexMode?: 'logsdb' | 'standard';

  /**
   * Primary shards of an index; as many nodes share the work of indexing.
   *
   * @default 1
   */
  readonly numberOfShards?: number;

  /**
   * Copies of each primary shard. Without any, a node that restarts takes its logs out of reach.
   *
   * @default 1
   */
  readonly numberOfReplicas?: number;

  /**
   * Fields that an index may have; what comes beyond is stored but not searchable.
   *
   * @default 1000
   */
  readonly totalFieldsLimit?: number;

  /**
   * How long Elasticsearch waits for a node to come back before it copies the node's shards to others.
   *
   * @default '5m'
   */
  readonly nodeLeftDelayedTimeout?: TimeValue;

  /**
   * Whether documents that cannot be indexed are kept in the failure store, unchanged, instead of being refused.
   * It takes effect when a data stream is created.
   *
   * @default true
   */
  readonly failureStore?: boolean;
}

/** Above the 200 that Elastic's own integrations use, and above the 500 that Elastic asks users to stay clear of. */
const PRIORITY = 501;

/**
 * Body of `PUT _index_template/<templateName>`.
 *
 * @see https://www.elastic.co/docs/manage-data/data-store/templates
 */
export function templateBody(props: IndexTemplateProps) {
  const { templateName, routes, failureStore = true } = props;
  const optional = ['ecs@mappings', `${templateName}@custom`];
  return {
    index_patterns: routes.map(dataStreamPattern),
    priority: PRIORITY,
    data_stream: {},
    composed_of: optional,
    // Elasticsearch installs the first one on its own, some time after its start; the second one is the operator's.
    ignore_missing_component_templates: optional,
    template: {
      settings: templateSettings(props),
      mappings: MAPPINGS,
      ...(failureStore && { data_stream_options: { failure_store: { enabled: true } } }),
    },
    _meta: { managed_by: 'cdk8s-efk' },
  };
}

function templateSettings(props: IndexTemplateProps) {
  const { policyName, indexMode = 'logsdb', numberOfShards = 1, numberOfReplicas = 1 } = props;
  const { totalFieldsLimit = 1000, nodeLeftDelayedTimeout = '5m' } = props;
  return {
    'index.lifecycle.name': policyName,
    'index.mode': indexMode,
    ...(indexMode === 'logsdb' ? LOGSDB : { 'index.codec': 'best_compression' }),
    'index.number_of_shards': numberOfShards,
    'index.number_of_replicas': numberOfReplicas,
    // A field too many is stored and left out of the index; the document is kept.
    'index.mapping.total_fields.limit': totalFieldsLimit,
    'index.mapping.total_fields.ignore_dynamic_beyond_limit': true,
    // A node that restarts is back before its shards are copied elsewhere.
    'index.unassigned.node_left.delayed_timeout': nodeLeftDelayedTimeout,
  };
}

const LOGSDB = {
  // Lines of one pod lie together: they compress well and are read together.
  'index.sort.field': ['kubernetes.pod_name', '@timestamp'],
  'index.sort.order': ['asc', 'desc'],
  // Documents come back as they were sent; synthetic source needs an Enterprise licence.
  'index.mapping.source.mode': 'stored',
};

const KEYWORD = { type: 'keyword', ignore_above: 1024 } as const;

/** Every leaf is searchable as a keyword, and the mapping has one field however many leaves there are. */
const FLATTENED = { type: 'flattened', ignore_above: 1024 } as const;

const MAPPINGS = {
  // A text that looks like a date in the first document must not decide the type for all that follow.
  date_detection: false,
  dynamic_templates: [{ strings_as_keyword: { match_mapping_type: 'string', mapping: KEYWORD } }],
  properties: {
    '@timestamp': { type: 'date' },
    message: { type: 'match_only_text' },
    stream: KEYWORD,
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
    // Identifies a line, so that one sent twice is stored once; never searched.
    _hash: { type: 'keyword', index: false, doc_values: false },
  },
} as const;
