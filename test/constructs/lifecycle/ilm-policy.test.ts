import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import {
  IlmPolicy,
  type IlmPolicyProps,
  policyBody,
  RETENTION_ANNOTATION,
  totalRetention,
} from '../../../constructs/lifecycle';

const minimal: IlmPolicyProps = { policyName: 'standard', deleteMinAge: '30d' };

function synth(props: IlmPolicyProps) {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'logging', disableResourceNameHashes: true });
  new IlmPolicy(chart, 'policy', props);
  return Testing.synth(chart);
}

test('the ConfigMap holds the body and states the retention', () => {
  expect(synth(minimal)).toMatchObject([
    {
      kind: 'ConfigMap',
      metadata: { name: 'ilm-policy-standard', annotations: { [RETENTION_ANNOTATION]: '31d' } },
      data: { 'policy.json': `${JSON.stringify(policyBody(minimal), null, 2)}\n` },
    },
  ]);
});

test.each([
  ['1d', '30d', '31d'],
  ['12h', '3d', '84h'],
  ['30m', '1h', '90m'],
  ['30s', '1m', '90s'],
  ['1d', 'never', 'unlimited'],
] as const)('%s until rollover and %s until deletion are %s', (hotMaxAge, deleteMinAge, total) => {
  expect(totalRetention(hotMaxAge, deleteMinAge)).toBe(total);
});

test.each<[string, Partial<IlmPolicyProps>, string]>([
  [
    'when warm comes after deletion',
    { warmMinAge: '30d' },
    '[test/policy] warmMinAge must be less than deleteMinAge (30d), got 30d; lower it or leave it out',
  ],
  [
    'when cold comes before warm',
    { warmMinAge: '7d', coldMinAge: '48h' },
    '[test/policy] warmMinAge must be less than coldMinAge (48h), got 7d; lower it or leave it out',
  ],
  [
    'when a phase has copies and no age',
    { warmNumberOfReplicas: 1 },
    '[test/policy] warmNumberOfReplicas must go with warmMinAge, got 1 without it; set warmMinAge or leave it out',
  ],
  [
    'when copies are no count',
    { coldMinAge: '7d', coldNumberOfReplicas: -1 },
    '[test/policy] coldNumberOfReplicas must be a whole number of at least 0, got -1; correct it',
  ],
  [
    'when logs wait for rollover for longer than they are kept',
    { hotMaxAge: '31d' },
    '[test/policy] hotMaxAge must be at most deleteMinAge (30d), got 31d; lower it',
  ],
  [
    'when there is no deletion to wait for a snapshot',
    { deleteMinAge: 'never', waitForSnapshotPolicy: 'audit' },
    "[test/policy] waitForSnapshotPolicy must go with deletion, got 'audit' with deleteMinAge 'never'; leave it out",
  ],
  [
    'when the name cannot be one',
    { policyName: 'Standard' },
    "[test/policy] policyName must be lower-case letters, digits, dots and dashes, got 'Standard'; rename it",
  ],
])('fails %s', (_, props, message) => {
  expect(() => synth({ ...minimal, ...props })).toThrow(expect.objectContaining({ message }));
});

test('logs that are kept for ever say so', () => {
  expect(synth({ policyName: 'archive', warmMinAge: '7d', deleteMinAge: 'never' })).toMatchObject([
    { metadata: { annotations: { [RETENTION_ANNOTATION]: 'unlimited' } } },
  ]);
});
