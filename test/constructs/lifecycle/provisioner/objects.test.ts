import { expect, test } from 'vitest';

import type { ProvisionedObject } from '../../../../constructs/lifecycle';
import { fileName, jobName, repeatedObjects, requestList } from '../../../../constructs/lifecycle/provisioner/objects';

const policy: ProvisionedObject = {
  kind: 'lifecycle policy',
  name: 'standard',
  path: '/_ilm/policy/standard',
  body: '{}\n',
  configMap: 'ilm-policy-standard',
  key: 'policy.json',
};
const template: ProvisionedObject = {
  ...policy,
  kind: 'index template',
  path: '/_index_template/standard',
  configMap: 'index-template-standard',
  key: 'template.json',
};

test('the list says of an object what it is, where it goes and where its body is', () => {
  expect(JSON.parse(requestList([policy]))).toEqual([
    { kind: 'lifecycle policy', name: 'standard', path: '/_ilm/policy/standard', file: 'ilm-policy-standard.json' },
  ]);
});

test('the list says which data streams a template is for', () => {
  const [{ dataStreams }] = JSON.parse(requestList([{ ...template, dataStreams: ['logs-a-default'] }]));
  expect(dataStreams).toEqual(['logs-a-default']);
});

test('files of different kinds have different names', () => {
  expect(fileName(policy)).not.toBe(fileName(template));
});

test('objects of two kinds may have the same name, two of one kind may not', () => {
  expect(repeatedObjects([policy, template])).toEqual([]);
  expect(repeatedObjects([policy, policy, template])).toEqual([
    'objects of one kind must have different names, got lifecycle policy standard twice; rename one',
  ]);
});

test('a job has a name of its own for its files and for its pod', () => {
  const names = [
    jobName('provisioner', { 'a.json': '{}' }, {}),
    jobName('provisioner', { 'a.json': '{ }' }, {}),
    jobName('provisioner', { 'a.json': '{}' }, { spec: { containers: [] } }),
  ];
  expect(names).toEqual(names.map(() => expect.stringMatching(/^provisioner-[0-9a-f]{8}$/)));
  expect(new Set(names).size).toBe(names.length);
});
