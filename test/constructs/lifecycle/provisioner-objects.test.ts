import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import { IlmPolicy, IndexTemplate } from '../../../constructs/lifecycle';
import { mountedObjects, repeatedNames } from '../../../constructs/lifecycle/provisioner-objects';

function setUp() {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'logging', disableResourceNameHashes: true });
  const policy = new IlmPolicy(chart, 'policy', { policyName: 'standard', deleteMinAge: '30d' });
  const template = new IndexTemplate(chart, 'template', {
    templateName: 'standard',
    routes: ['kubernetes'],
    policyName: 'standard',
  });
  return { policy, template };
}

test('an object says what it is, where it goes and where its body is', () => {
  const { policy, template } = setUp();
  expect(mountedObjects([policy], [template])).toEqual([
    {
      object: 'lifecycle policy standard',
      path: '/_ilm/policy/standard',
      file: 'ilm-policy-standard.json',
      configMap: 'ilm-policy-standard',
      key: 'policy.json',
      body: policy.policyJson,
    },
    {
      object: 'index template standard',
      path: '/_index_template/standard',
      file: 'index-template-standard.json',
      configMap: 'index-template-standard',
      key: 'template.json',
      body: template.templateJson,
    },
  ]);
});

test('a policy and a template may have the same name, two policies may not', () => {
  const { policy, template } = setUp();
  expect(repeatedNames(mountedObjects([policy], [template]))).toEqual([]);
  expect(repeatedNames(mountedObjects([policy, policy], [template]))).toEqual([
    'policies and templates must have different names, got lifecycle policy standard twice; rename one',
  ]);
});
