import { dataStreamPattern, type TimeValue } from '../core';
import { MAPPINGS } from './mappings';
import type { ProvisionedObjectProps } from './provisioned-object';

/**
 * Properties for defining an `IndexTemplate`: how its data streams look, and who ends their life: a policy, or the data
 * streams themselves.
 */
export type IndexTemplateProps = DataStreamProps & (PolicyLifecycle | DataStreamLifecycle);

/** The life of an index is up to a lifecycle policy, which can move it between tiers, shrink it and wait for a snapshot. */
export interface PolicyLifecycle {
  /** Name of the lifecycle policy. */
  readonly policyName: string;

  /**
   * Not with a policy, which would win over it.
   *
   * @default - the policy deletes
   */
  readonly dataRetention?: undefined;
}

/**
 * The simpler choice: Elasticsearch rolls over by itself and deletes. There are no tiers.
 *
 * @see https://www.elastic.co/docs/manage-data/lifecycle/data-stream
 */
export interface DataStreamLifecycle {
  /** Age, from rollover, at which an index is deleted. */
  readonly dataRetention: TimeValue;

  /**
   * Not with a retention, over which it would win.
   *
   * @default - there is no policy
   */
  readonly policyName?: undefined;
}

/** Properties of the data streams that an `IndexTemplate` describes. */
export interface DataStreamProps extends ProvisionedObjectProps {
  /** Name of the template in Elasticsearch. */
  readonly templateName: string;

  /** Routes whose data streams get the template. */
  readonly routes: readonly string[];

  /**
   * Names of component templates whose settings and mappings are merged in below those of this template, in this order.
   *
   * @default - none
   */
  readonly componentTemplates?: readonly string[];

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

  /**
   * Age at which what is in the failure store is deleted; long enough to find the cause and index it again.
   *
   * @default '30d'
   */
  readonly failureStoreRetention?: TimeValue;
}

/** Above the 200 that Elastic's own integrations use, and above the 500 that Elastic asks users to stay clear of. */
const PRIORITY = 501;

/**
 * Body of `PUT _index_template/<templateName>`.
 *
 * @see https://www.elastic.co/docs/manage-data/data-store/templates
 */
export function templateBody(props: IndexTemplateProps) {
  const { templateName, routes, componentTemplates = [], dataRetention } = props;
  const custom = `${templateName}@custom`;
  return {
    index_patterns: routes.map(dataStreamPattern),
    priority: PRIORITY,
    data_stream: {},
    composed_of: ['ecs@mappings', ...componentTemplates, custom],
    // Elasticsearch installs the first one on its own, some time after its start; the second one is the operator's.
    ignore_missing_component_templates: ['ecs@mappings', custom],
    template: {
      settings: templateSettings(props),
      mappings: MAPPINGS,
      ...(dataRetention && { lifecycle: { data_retention: dataRetention } }),
      data_stream_options: { failure_store: failureStore(props) },
    },
    _meta: { managed_by: 'cdk8s-efk' },
  };
}

/** Said also when it is off: from 9.2 on Elasticsearch switches it on for logs. */
function failureStore({ failureStore = true, failureStoreRetention = '30d' }: IndexTemplateProps) {
  return failureStore ? { enabled: true, lifecycle: { data_retention: failureStoreRetention } } : { enabled: false };
}

function templateSettings(props: IndexTemplateProps) {
  const { policyName, indexMode = 'logsdb', numberOfShards = 1, numberOfReplicas = 1 } = props;
  const { totalFieldsLimit = 1000, nodeLeftDelayedTimeout = '5m' } = props;
  return {
    ...(policyName && { 'index.lifecycle.name': policyName }),
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
  // Lines of one pod lie together: they compress well and are read together. A search that needs the order of lines of
  // one time sorts by `log.offset` itself.
  'index.sort.field': ['kubernetes.pod_name', '@timestamp'],
  'index.sort.order': ['asc', 'desc'],
  // Documents come back as they were sent; synthetic source needs an Enterprise licence.
  'index.mapping.source.mode': 'stored',
};
