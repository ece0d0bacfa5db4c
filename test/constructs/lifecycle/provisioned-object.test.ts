import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import { PropsError } from '../../../constructs/core';
import {
  ComponentTemplate,
  IlmPolicy,
  IndexTemplate,
  PROVISIONED_KINDS,
  SnapshotPolicy,
  SnapshotRepository,
} from '../../../constructs/lifecycle';
import { provisionedObject } from '../../../constructs/lifecycle/provisioned-object';

test('objects are applied after those that they name', () => {
  expect(PROVISIONED_KINDS).toEqual([
    'snapshot repository',
    'snapshot policy',
    'lifecycle policy',
    'component template',
    'index template',
  ]);
});

test.each([
  ['snapshot repository', '/_snapshot/a', 'snapshot-repository-a'],
  ['snapshot policy', '/_slm/policy/a', 'snapshot-policy-a'],
  ['lifecycle policy', '/_ilm/policy/a', 'ilm-policy-a'],
  ['component template', '/_component_template/a', 'component-template-a'],
  ['index template', '/_index_template/a', 'index-template-a'],
] as const)('a %s has the path %s and the ConfigMap %s', (kind, path, configMap) => {
  expect(provisionedObject(kind, 'a', { b: 1 })).toMatchObject({
    kind,
    name: 'a',
    path,
    configMap,
    body: '{\n  "b": 1\n}\n',
  });
});

test('a request says where the ConfigMap holds its body', () => {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'logging', disableResourceNameHashes: true });
  const provisioned = [
    new IlmPolicy(chart, 'policy', { policyName: 'standard', deleteMinAge: '30d' }),
    new IndexTemplate(chart, 'template', { templateName: 'logs', routes: ['kubernetes'], policyName: 'standard' }),
  ];

  const configMaps = Testing.synth(chart);
  for (const { request } of provisioned) {
    const configMap = configMaps.find(({ metadata }) => metadata.name === request.configMap);
    expect(configMap.data[request.key]).toBe(request.body);
  }
});

/** One construct of each kind, of one name in Elasticsearch. */
function oneOfEach(chart: Chart, id: string, configMapName?: (kind: string) => string) {
  const named = (kind: string) => ({ configMapName: configMapName?.(kind) });
  const bucket = { repositoryName: 'logs', bucket: 'logs', ...named('repository') };
  const template = { templateName: 'logs', routes: ['kubernetes'], policyName: 'logs', ...named('template') };
  return [
    new SnapshotRepository(chart, `${id}-repository`, bucket),
    new SnapshotPolicy(chart, `${id}-snapshots`, {
      policyName: 'logs',
      repositoryName: 'logs',
      routes: ['kubernetes'],
      expireAfter: '7d',
      ...named('snapshots'),
    }),
    new IlmPolicy(chart, `${id}-policy`, { policyName: 'logs', deleteMinAge: '30d', ...named('policy') }),
    new ComponentTemplate(chart, `${id}-component`, {
      templateName: 'logs',
      settings: { 'index.refresh_interval': '5s' },
      ...named('component'),
    }),
    new IndexTemplate(chart, `${id}-template`, template),
  ];
}

test('objects of two clusters have one name, and ConfigMaps of two names in one namespace', () => {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'search', disableResourceNameHashes: true });
  const first = oneOfEach(chart, 'first');
  const second = oneOfEach(chart, 'second', (kind) => `second-${kind}`);

  expect(second.map(({ request }) => [request.path, request.body])).toEqual(
    first.map(({ request }) => [request.path, request.body]),
  );
  const names: string[] = Testing.synth(chart).map(({ metadata }) => metadata.name);
  expect(names).toEqual(expect.arrayContaining(second.map(({ request }) => request.configMap)));
  expect(new Set(names).size).toBe(10);
});

test('fails when a ConfigMap cannot have the name', () => {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'search' });
  for (const kind of ['repository', 'snapshots', 'policy', 'component', 'template']) {
    expect(() => oneOfEach(chart, kind, (of) => (of === kind ? 'Mine' : of))).toThrow(
      new PropsError({ node: { path: `test/${kind}-${kind}` } } as never, [
        "configMapName must be lower-case letters, digits, dots and dashes, got 'Mine'; rename it",
      ]),
    );
  }
});
