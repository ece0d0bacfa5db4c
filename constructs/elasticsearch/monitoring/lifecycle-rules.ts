import type { AlertRule } from '../../core';
import { series } from './metrics';

/** How long the newest snapshot of a policy may be ago: snapshots are taken once a day, and one may fail. */
const SNAPSHOT_AGE = '2d';

/** Whether indices grow old as their policies say. */
export const LIFECYCLE: readonly AlertRule[] = [
  {
    alert: 'LifecycleStepFailed',
    expr: `max by (job, index, phase, action) (${series('lifecycleStep', 'step="ERROR"')}) == 1`,
    for: '15m',
    severity: 'warning',
    summary:
      'The lifecycle of {{ $labels.index }} has stopped in {{ $labels.phase }}/{{ $labels.action }}: it fills its disk',
    action: 'Ask why, mend it, and tell Elasticsearch to try again',
  },
  {
    alert: 'LifecycleStuck',
    expr: `${series('stagnatingIndices')} > 0`,
    for: '1h',
    severity: 'warning',
    summary: '{{ $value }} indices do not go on in their lifecycle',
    action: 'Ask the health report which they are and what they wait for',
  },
  {
    alert: 'LifecycleStopped',
    expr: `${series('lifecycleMode', 'operation_mode="RUNNING"')} == 0`,
    for: '30m',
    severity: 'warning',
    summary: 'Lifecycle management is stopped: no log is moved or deleted, and disks fill up',
    action: 'Somebody has stopped it, e.g. to restore a snapshot; start it again',
  },
];

/** Whether the snapshots of these policies are taken. */
export function snapshotRules(policies: readonly string[]): AlertRule[] {
  const taken = series('snapshotsTaken');
  const failed = series('snapshotsFailed');
  const never = policies.map((policy) => `absent(${series('snapshotsTaken', `policy="${policy}"`)})`);
  return policies.length === 0
    ? []
    : [
        {
          alert: 'SnapshotFailed',
          // A counter that is there for the first time has grown by what it shows, which no increase tells.
          expr: `increase(${failed}[1d]) > 0 or (${failed} > 0 unless ${failed} offset 1d)`,
          severity: 'warning',
          summary: 'Snapshots of {{ $labels.policy }} have failed within a day',
          action: 'Ask the policy why; often the bucket, its credentials or the network',
        },
        {
          alert: 'SnapshotTooOld',
          expr: `${taken} <= ${taken} offset ${SNAPSHOT_AGE}`,
          for: '1h',
          severity: 'critical',
          summary: `{{ $labels.policy }} has taken no snapshot for ${SNAPSHOT_AGE}: logs that are deleted now are kept nowhere`,
          action: 'Ask the policy when it ran last and what came of it',
        },
        {
          alert: 'SnapshotNever',
          expr: never.join(' or '),
          for: SNAPSHOT_AGE,
          severity: 'critical',
          summary: '{{ $labels.policy }} has never taken a snapshot',
          action: 'See whether the policy is there and snapshot management runs',
        },
      ];
}
