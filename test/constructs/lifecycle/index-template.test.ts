import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import {
  type DataStreamProps,
  IndexTemplate,
  type IndexTemplateProps,
  templateBody,
} from '../../../constructs/lifecycle';

const minimal: IndexTemplateProps = { templateName: 'logs-standard', routes: ['kubernetes'], policyName: 'standard' };

function synth(props: IndexTemplateProps) {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'logging', disableResourceNameHashes: true });
  new IndexTemplate(chart, 'template', props);
  return Testing.synth(chart);
}

test('the ConfigMap holds the body', () => {
  expect(synth(minimal)).toMatchObject([
    {
      kind: 'ConfigMap',
      metadata: { name: 'index-template-logs-standard' },
      data: { 'template.json': `${JSON.stringify(templateBody(minimal), null, 2)}\n` },
    },
  ]);
});

test.each<[string, Partial<DataStreamProps>, string]>([
  ['without routes', { routes: [] }, 'routes must name at least one route, got none; add one'],
  [
    'when a route cannot be part of the name of a data stream',
    { routes: ['pay-ments'] },
    "routes must be lower-case letters, digits, '_' and '.', at most 100, starting with a letter, got 'pay-ments'; rename it",
  ],
  [
    'when the name cannot be one',
    { templateName: 'Logs' },
    "templateName must be lower-case letters, digits, dots and dashes, got 'Logs'; rename it",
  ],
  ['without shards', { numberOfShards: 0 }, 'numberOfShards must be a whole number of at least 1, got 0; correct it'],
  [
    'with fewer than no copies',
    { numberOfReplicas: -1 },
    'numberOfReplicas must be a whole number of at least 0, got -1; correct it',
  ],
  [
    'without fields',
    { totalFieldsLimit: 0 },
    'totalFieldsLimit must be a whole number of at least 1, got 0; correct it',
  ],
])('fails %s', (_, props, message) => {
  expect(() => synth({ ...minimal, ...props })).toThrow(
    expect.objectContaining({ message: `[test/template] ${message}` }),
  );
});

test.each([
  [
    'without a lifecycle',
    { policyName: undefined },
    'policyName or dataRetention must be given, and not both, got neither; choose one',
  ],
  [
    'with two lifecycles',
    { dataRetention: '30d' },
    "policyName or dataRetention must be given, and not both, got 'standard' and 30d; choose one",
  ],
])('fails %s, which the types forbid', (_, props, message) => {
  expect(() => synth({ ...minimal, ...props } as unknown as IndexTemplateProps)).toThrow(
    expect.objectContaining({ message: `[test/template] ${message}` }),
  );
});
