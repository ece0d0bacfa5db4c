import { expect, test } from 'vitest';

import { refusal } from './rendered';

test('all mistakes are told at once', () => {
  expect(refusal({ name: 'Edge', replicas: 0, storage: '100Mi', memory: '64Mi', routes: [{ name: 'a-b' }] })).toEqual([
    expect.stringMatching(/^name must be a DNS label/),
    expect.stringMatching(/^routes\[0\]\.name must/),
    expect.stringMatching(/^memory must be at least 320Mi/),
    'replicas must be a whole number from 1 to 200, got 0; change it',
    'storage must be at least 383Mi (3 chunks of 8Mi, 64Mi of dead letters, 256Mi for the rest and a tenth for the file system), got 100Mi; raise it',
  ]);
});

test('certificates need a namespace', () => {
  expect(refusal({}, '')).toEqual(['the chart must have a namespace, since certificates contain it, got none; set it']);
});

test('what must run once needs an aggregator with one pod', () => {
  const inputs = [{ name: 'events', route: 'cluster', events: {} }];
  const routes = [{ name: 'cluster', namespaces: [] }];
  expect(refusal({ inputs, routes })).toEqual([
    'inputs[0].events must run once, got 2 pods; say replicas: 1, or give it an aggregator of its own',
  ]);
  const autoscaling = { minReplicas: 1, maxReplicas: 3 };
  expect(refusal({ inputs, routes, autoscaling })).toHaveLength(1);
});
