import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import { IlmPolicy, IndexTemplate, Provisioner, type ProvisionerProps } from '../../../constructs/lifecycle';

const elasticsearch = {
  url: 'https://elasticsearch.logging.svc:9200',
  majorVersion: 9,
  clientLabels: { 'elasticsearch-client': 'true' },
};

function setUp(props: Partial<ProvisionerProps> = {}, deleteMinAge: '30d' | '60d' = '30d') {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'logging', disableResourceNameHashes: true });
  const policies = [new IlmPolicy(chart, 'policy', { policyName: 'standard', deleteMinAge })];
  const templates = [
    new IndexTemplate(chart, 'template', { templateName: 'logs', routes: ['kubernetes'], policyName: 'standard' }),
  ];
  const provisioner = new Provisioner(chart, 'provisioner', { elasticsearch, policies, templates, ...props });
  const manifest: Manifest[] = Testing.synth(chart);
  const find = (kind: string) =>
    manifest.find(
      (object) => object.kind === kind && object.metadata.labels['app.kubernetes.io/name'] === 'provisioner',
    );
  return { chart, provisioner, policies, templates, find, job: find('Job') };
}

// biome-ignore lint/suspicious/noExplicitAny: a manifest is free-form
type Manifest = any;

test('policies come before the templates that name them', () => {
  expect(setUp().find('ConfigMap').data['requests.txt']).toBe(
    [
      '/_ilm/policy/standard ilm-policy-standard.json lifecycle policy standard',
      '/_index_template/logs index-template-logs.json index template logs',
      '',
    ].join('\n'),
  );
});

test('a change makes a new job, no change makes none', () => {
  const name = setUp().job.metadata.name;
  expect(name).toMatch(/^provisioner-[0-9a-f]{8}$/);
  expect(setUp().job.metadata.name).toBe(name);
  expect(setUp({}, '60d').job.metadata.name).not.toBe(name);
});

test('the job is tried again, but not when Elasticsearch has refused an object', () => {
  const { spec } = setUp().job;
  expect(spec).toMatchObject({
    backoffLimit: 3,
    activeDeadlineSeconds: 900,
    podFailurePolicy: {
      rules: [
        { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
        { action: 'FailJob', onExitCodes: { containerName: 'provision', operator: 'In', values: [1] } },
      ],
    },
  });
  expect(spec).not.toHaveProperty('ttlSecondsAfterFinished');
});

test('name and user can be chosen', () => {
  const { provisioner, job } = setUp({ name: 'policies', username: 'robot' });
  expect(provisioner.secrets).toMatchObject([
    { name: 'policies-credentials', username: 'robot' },
    { name: 'policies-tls' },
  ]);
  expect(job.metadata.name).toMatch(/^policies-/);
});

test('fails when there is nothing to apply', () => {
  expect(() => setUp({ policies: [], templates: [] })).toThrow(
    expect.objectContaining({
      message: '[test/provisioner] policies and templates must not both be empty, got none; add one',
    }),
  );
});

test('fails when an object is there twice', () => {
  const { policies } = setUp();
  expect(() => setUp({ policies: [...policies, ...policies] })).toThrow(
    expect.objectContaining({
      message:
        '[test/provisioner] policies and templates must have different names, got lifecycle policy standard twice; rename one',
    }),
  );
});

test('fails in a chart without a namespace', () => {
  const chart = new Chart(Testing.app(), 'test');
  const policies = [new IlmPolicy(chart, 'policy', { policyName: 'standard', deleteMinAge: '30d' })];
  expect(() => new Provisioner(chart, 'provisioner', { elasticsearch, policies, templates: [] })).toThrow(
    expect.objectContaining({
      message: '[test/provisioner] the chart must have a namespace, where the Secrets are, got none; set it',
    }),
  );
});
