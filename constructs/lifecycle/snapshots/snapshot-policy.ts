import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { dataStreamName, isDataset, refuse, type TimeValue } from '../../core';
import {
  bodyConfigMap,
  configMapMistakes,
  type IProvisioned,
  nameMistakes,
  type ProvisionedObject,
  type ProvisionedObjectProps,
  provisionedObject,
} from '../provisioned-object';

/** Properties for defining a `SnapshotPolicy`. */
export interface SnapshotPolicyProps extends ProvisionedObjectProps {
  /** Name of the policy in Elasticsearch, and how the names of its snapshots begin. */
  readonly policyName: string;

  /** Name of the repository that the snapshots go to. */
  readonly repositoryName: string;

  /** Routes whose data streams are in the snapshots. */
  readonly routes: readonly string[];

  /** Age at which a snapshot is deleted; it does not depend on how long the logs stay in the cluster. */
  readonly expireAfter: TimeValue;

  /**
   * When snapshots are taken, in UTC: seconds, minutes, hours, day of month, month, day of week.
   *
   * @default '0 30 1 * * ?'
   * @see https://www.elastic.co/docs/explore-analyze/alerts-cases/watcher/schedule-types#schedule-cron
   */
  readonly schedule?: string;
}

/**
 * Snapshots of the data streams of some routes, taken regularly and kept for a time of their own: years in object storage
 * for logs that the cluster keeps for weeks. Each holds only what no earlier one does.
 *
 * Emits one ConfigMap whose `policy.json` is the body of `PUT _slm/policy/<policyName>`.
 *
 * @throws PropsError if there is no route, the schedule has not six or seven parts, or a name cannot be one
 * @see https://www.elastic.co/docs/deploy-manage/tools/snapshot-and-restore/create-snapshots
 */
export class SnapshotPolicy extends Construct implements IProvisioned {
  /** Name of the policy in Elasticsearch. */
  readonly policyName: string;

  /** What a provisioner applies. */
  readonly request: ProvisionedObject;

  /** Holds `policy.json`. */
  readonly configMap: k8s.KubeConfigMap;

  constructor(scope: Construct, id: string, props: SnapshotPolicyProps) {
    super(scope, id);
    refuse(this, mistakesOf(props));

    const { policyName } = props;
    this.policyName = policyName;
    this.request = provisionedObject('snapshot policy', policyName, snapshotPolicyBody(props), props);
    this.configMap = bodyConfigMap(this, this.request);
  }
}

/** Body of `PUT _slm/policy/<policyName>`. */
export function snapshotPolicyBody(props: SnapshotPolicyProps) {
  const { policyName, repositoryName, routes, expireAfter, schedule = '0 30 1 * * ?' } = props;
  return {
    name: `<${policyName}-{now/d}>`,
    schedule,
    repository: repositoryName,
    config: {
      indices: routes.map(dataStreamName),
      // A route that has not written anything yet has no data stream.
      ignore_unavailable: true,
      // Users, roles and policies are code: a restored one would undo what was changed since.
      include_global_state: false,
      feature_states: ['none'],
    },
    // No largest number: it would delete snapshots before they expire. One is kept even if no newer one succeeds.
    retention: { expire_after: expireAfter, min_count: 1 },
  };
}

function mistakesOf(props: SnapshotPolicyProps): string[] {
  const { policyName, routes, schedule = '0 0 0 * * ?' } = props;
  const parts = schedule.trim().split(/\s+/).length;
  return [
    ...nameMistakes('policyName', policyName),
    ...configMapMistakes(props),
    ...(routes.length > 0 ? [] : ['routes must name at least one route, got none; add one']),
    ...routes
      .filter((route) => !isDataset(route))
      .map(
        (route) =>
          `routes must be lower-case letters, digits, '_' and '.', at most 100, starting with a letter, got '${route}'; rename it`,
      ),
    ...(parts === 6 || parts === 7
      ? []
      : [`schedule must have 6 or 7 parts, the first being seconds, got ${parts} in '${schedule}'; correct it`]),
  ];
}
