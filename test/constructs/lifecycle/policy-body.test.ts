import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { TimeValue } from '../../../constructs/core';
import { type IlmPolicyProps, policyBody } from '../../../constructs/lifecycle';
import { bodyMistakes } from '../../api/schema';

const minimal: IlmPolicyProps = { policyName: 'standard', deleteMinAge: '30d' };

test('an index rolls over daily or at 50 GB and is deleted', () => {
  expect(policyBody(minimal)).toEqual({
    policy: {
      phases: {
        hot: {
          actions: { rollover: { max_age: '1d', max_primary_shard_size: '50gb' }, set_priority: { priority: 100 } },
        },
        delete: { min_age: '30d', actions: { delete: {} } },
      },
    },
  });
});

test('rollover can be chosen', () => {
  const { hot } = policyBody({ ...minimal, hotMaxAge: '12h', hotMaxPrimaryShardSize: '10gb' }).policy.phases;
  expect(hot.actions.rollover).toEqual({ max_age: '12h', max_primary_shard_size: '10gb' });
});

test('a warm index is read-only, shrunk and merged, and moves to its tier by itself', () => {
  expect(policyBody({ ...minimal, warmMinAge: '2d' }).policy.phases.warm).toEqual({
    min_age: '2d',
    actions: {
      readonly: {},
      shrink: { max_primary_shard_size: '50gb' },
      forcemerge: { max_num_segments: 1 },
      set_priority: { priority: 50 },
    },
  });
});

test('a cold index is read-only and moves to its tier by itself', () => {
  expect(policyBody({ ...minimal, coldMinAge: '7d' }).policy.phases.cold).toEqual({
    min_age: '7d',
    actions: { readonly: {}, set_priority: { priority: 0 } },
  });
});

test('fewer copies can be kept as an index ages', () => {
  const { warm, cold } = policyBody({
    ...minimal,
    warmMinAge: '2d',
    warmNumberOfReplicas: 1,
    coldMinAge: '7d',
    coldNumberOfReplicas: 0,
  }).policy.phases;
  expect(warm?.actions).toMatchObject({ allocate: { number_of_replicas: 1 } });
  expect(cold?.actions).toMatchObject({ allocate: { number_of_replicas: 0 } });
});

test('without nodes of a tier an index stays where it is', () => {
  const { warm, cold } = policyBody({ ...minimal, warmMinAge: '2d', coldMinAge: '7d', migrate: false }).policy.phases;
  expect(warm?.actions).toMatchObject({ migrate: { enabled: false } });
  expect(cold?.actions).toMatchObject({ migrate: { enabled: false } });
});

test('an index can wait for a snapshot before it is deleted', () => {
  expect(policyBody({ ...minimal, waitForSnapshotPolicy: 'audit' }).policy.phases.delete).toEqual({
    min_age: '30d',
    actions: { wait_for_snapshot: { policy: 'audit' }, delete: {} },
  });
});

test('without an age there is no deletion', () => {
  expect(policyBody({ ...minimal, deleteMinAge: 'never' }).policy.phases).not.toHaveProperty('delete');
});

/** @see https://www.elastic.co/docs/reference/elasticsearch/index-lifecycle-actions/ */
const LEGAL_ACTIONS: Record<string, readonly string[]> = {
  hot: ['set_priority', 'rollover', 'readonly', 'downsample', 'shrink', 'forcemerge'],
  warm: ['set_priority', 'readonly', 'downsample', 'allocate', 'migrate', 'shrink', 'forcemerge'],
  cold: ['set_priority', 'readonly', 'downsample', 'allocate', 'migrate'],
  delete: ['wait_for_snapshot', 'delete'],
};

test('no choice of props gives a phase an action that it must not have, or one that needs a licence', () => {
  const age = fc.option(fc.constantFrom<TimeValue>('1d', '48h'), { nil: undefined });
  const copies = fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined });
  const anyProps = fc.record({
    policyName: fc.constant('any'),
    deleteMinAge: fc.constantFrom<TimeValue | 'never'>('30d', 'never'),
    waitForSnapshotPolicy: fc.option(fc.constant('audit'), { nil: undefined }),
    warmMinAge: age,
    coldMinAge: age,
    warmNumberOfReplicas: copies,
    coldNumberOfReplicas: copies,
    migrate: fc.boolean(),
  });
  fc.assert(
    fc.property(anyProps, (props) => {
      const body = policyBody(props);
      for (const [phase, { actions }] of Object.entries(body.policy.phases)) {
        for (const action of Object.keys(actions)) expect(LEGAL_ACTIONS[phase]).toContain(action);
      }
      expect(bodyMistakes('PUT', '/_ilm/policy/any', body)).toEqual([]);
    }),
  );
});
