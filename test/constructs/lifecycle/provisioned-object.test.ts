import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import { IlmPolicy, IndexTemplate, PROVISIONED_KINDS } from '../../../constructs/lifecycle';
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
