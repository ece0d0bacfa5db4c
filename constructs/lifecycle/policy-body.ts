import type { IlmPolicyProps } from './ilm-policy';

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
        delete: { min_age: deleteMinAge, actions: { delete: {} } },
      },
    },
  };
}

/** Elasticsearch adds `migrate` to these phases unless it is switched off. */
function placement(migrate = true, replicas?: number) {
  return {
    ...(!migrate && { migrate: { enabled: false } }),
    ...(replicas !== undefined && { allocate: { number_of_replicas: replicas } }),
  };
}
