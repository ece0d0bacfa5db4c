import type { ByteSize, TimeValue } from '../core';
import type { ProvisionedObjectProps } from './provisioned-object';

/** Properties for defining an `IlmPolicy`. Ages count from rollover, as Elasticsearch counts them. */
export interface IlmPolicyProps extends ProvisionedObjectProps {
  /** Name of the policy in Elasticsearch; index templates refer to it. */
  readonly policyName: string;

  /** Age at which an index is deleted; `never` says in so many words that disks fill up unless somebody else deletes. */
  readonly deleteMinAge: TimeValue | 'never';

  /**
   * Snapshot policy that must have run since an index is old enough to be deleted; it then is deleted.
   *
   * @default - an index is deleted whether or not there is a snapshot of it
   */
  readonly waitForSnapshotPolicy?: string;

  /**
   * Age at which the write index rolls over, counted from its creation.
   *
   * @default '1d'
   */
  readonly hotMaxAge?: TimeValue;

  /**
   * Size of the largest primary shard at which the write index rolls over, and which a shrunken shard does not exceed.
   *
   * @default '50gb'
   */
  readonly hotMaxPrimaryShardSize?: ByteSize;

  /**
   * Age at which an index becomes read-only, is shrunk, merged to one segment per shard and moved to the warm tier.
   *
   * @default - no warm phase
   */
  readonly warmMinAge?: TimeValue;

  /**
   * Copies of each primary shard from the warm phase on.
   *
   * @default - as many as in the hot phase
   */
  readonly warmNumberOfReplicas?: number;

  /**
   * Age at which an index moves to the cold tier.
   *
   * @default - no cold phase
   */
  readonly coldMinAge?: TimeValue;

  /**
   * Copies of each primary shard from the cold phase on.
   *
   * @default - as many as in the phase before
   */
  readonly coldNumberOfReplicas?: number;

  /**
   * Whether the warm and the cold phase move an index to nodes of their tier. Set it to false where there are none: an
   * index then stays where it is.
   *
   * @default true
   */
  readonly migrate?: boolean;
}

/**
 * Body of `PUT _ilm/policy/<policyName>`.
 *
 * @see https://www.elastic.co/docs/reference/elasticsearch/index-lifecycle-actions/
 */
export function policyBody(props: IlmPolicyProps) {
  const { hotMaxAge = '1d', hotMaxPrimaryShardSize = '50gb', warmMinAge, coldMinAge, deleteMinAge } = props;
  return {
    policy: {
      phases: {
        hot: {
          actions: {
            rollover: { max_age: hotMaxAge, max_primary_shard_size: hotMaxPrimaryShardSize },
            set_priority: { priority: 100 },
          },
        },
        ...(warmMinAge && {
          warm: {
            min_age: warmMinAge,
            actions: {
              readonly: {},
              ...placement(props.migrate, props.warmNumberOfReplicas),
              // To as few shards as stay under the size: one for an index that rolled over by age.
              shrink: { max_primary_shard_size: hotMaxPrimaryShardSize },
              forcemerge: { max_num_segments: 1 },
              set_priority: { priority: 50 },
            },
          },
        }),
        ...(coldMinAge && {
          cold: {
            min_age: coldMinAge,
            actions: {
              readonly: {},
              ...placement(props.migrate, props.coldNumberOfReplicas),
              set_priority: { priority: 0 },
            },
          },
        }),
        ...(deleteMinAge !== 'never' && { delete: deletion(deleteMinAge, props.waitForSnapshotPolicy) }),
      },
    },
  };
}

function deletion(minAge: TimeValue, snapshotPolicy?: string) {
  return {
    min_age: minAge,
    actions: { ...(snapshotPolicy && { wait_for_snapshot: { policy: snapshotPolicy } }), delete: {} },
  };
}

/** Elasticsearch adds `migrate` to these phases unless it is switched off. */
function placement(migrate = true, replicas?: number) {
  return {
    ...(!migrate && { migrate: { enabled: false } }),
    ...(replicas !== undefined && { allocate: { number_of_replicas: replicas } }),
  };
}
