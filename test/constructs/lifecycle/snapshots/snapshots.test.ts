import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import {
  SnapshotPolicy,
  type SnapshotPolicyProps,
  SnapshotRepository,
  type SnapshotRepositoryProps,
  snapshotPolicyBody,
} from '../../../../constructs/lifecycle';

const repository: SnapshotRepositoryProps = { repositoryName: 'audit', bucket: 'example-audit-logs' };
const policy: SnapshotPolicyProps = {
  policyName: 'logs-audit',
  repositoryName: 'audit',
  routes: ['payments', 'identity'],
  expireAfter: '2555d',
};

function synth(make: (chart: Chart) => void) {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'logging', disableResourceNameHashes: true });
  make(chart);
  return Testing.synth(chart);
}

test('the ConfigMap of a repository holds where it is, and no key', () => {
  const [configMap] = synth(
    (chart) => new SnapshotRepository(chart, 'repository', { ...repository, basePath: 'production' }),
  );
  expect(configMap).toMatchObject({ kind: 'ConfigMap', metadata: { name: 'snapshot-repository-audit' } });
  expect(JSON.parse(configMap.data['repository.json'])).toEqual({
    type: 's3',
    settings: { bucket: 'example-audit-logs', base_path: 'production' },
  });
});

test('the ConfigMap of a policy holds the data streams of its routes and a retention of its own', () => {
  const [configMap] = synth((chart) => new SnapshotPolicy(chart, 'policy', policy));
  expect(configMap).toMatchObject({ kind: 'ConfigMap', metadata: { name: 'snapshot-policy-logs-audit' } });
  expect(JSON.parse(configMap.data['policy.json'])).toEqual({
    name: '<logs-audit-{now/d}>',
    schedule: '0 30 1 * * ?',
    repository: 'audit',
    config: {
      indices: ['logs-payments-default', 'logs-identity-default'],
      ignore_unavailable: true,
      include_global_state: false,
      feature_states: ['none'],
    },
    retention: { expire_after: '2555d', min_count: 1 },
  });
});

test('the schedule can be chosen', () => {
  expect(snapshotPolicyBody({ ...policy, schedule: '0 0 3 1 * ?' }).schedule).toBe('0 0 3 1 * ?');
});

test.each<[string, Partial<SnapshotRepositoryProps>, string]>([
  [
    'when the bucket cannot be one',
    { bucket: 'Logs' },
    "bucket must be 3 to 63 lower-case letters, digits, dots and dashes, got 'Logs'; correct it",
  ],
  [
    'when the path begins with a slash',
    { basePath: '/logs' },
    "basePath must neither begin nor end with a slash, got '/logs'; remove it",
  ],
  [
    'when the name cannot be one',
    { repositoryName: 'Audit' },
    "repositoryName must be lower-case letters, digits, dots and dashes, got 'Audit'; rename it",
  ],
])('a repository fails %s', (_, props, message) => {
  expect(() => synth((chart) => new SnapshotRepository(chart, 'it', { ...repository, ...props }))).toThrow(
    expect.objectContaining({ message: `[test/it] ${message}` }),
  );
});

test.each<[string, Partial<SnapshotPolicyProps>, string]>([
  ['without routes', { routes: [] }, 'routes must name at least one route, got none; add one'],
  [
    'when a route cannot be one',
    { routes: ['pay-ments'] },
    "routes must be lower-case letters, digits, '_' and '.', at most 100, starting with a letter, got 'pay-ments'; rename it",
  ],
  [
    'when the schedule is one of Unix',
    { schedule: '30 1 * * *' },
    "schedule must have 6 or 7 parts, the first being seconds, got 5 in '30 1 * * *'; correct it",
  ],
  [
    'when the name cannot be one',
    { policyName: 'Audit' },
    "policyName must be lower-case letters, digits, dots and dashes, got 'Audit'; rename it",
  ],
])('a policy fails %s', (_, props, message) => {
  expect(() => synth((chart) => new SnapshotPolicy(chart, 'it', { ...policy, ...props }))).toThrow(
    expect.objectContaining({ message: `[test/it] ${message}` }),
  );
});
