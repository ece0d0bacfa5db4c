import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import { IlmPolicy, Provisioner } from '../../../../constructs/lifecycle';
import { PROGRAM } from '../../../../constructs/lifecycle/provisioner';
import { elasticsearch, setUp } from './fixtures';

test('the ConfigMap holds the program, file by file, and the list of objects', () => {
  const { data } = setUp().find('ConfigMap');
  const { 'requests.json': requests, ...program } = data;
  expect(program).toEqual(PROGRAM);
  expect(Object.keys(program)).toContain('main.js');
  expect(JSON.parse(requests)).toEqual([
    {
      kind: 'index template',
      name: 'logs',
      path: '/_index_template/logs',
      file: 'index-template-logs.json',
      dataStreams: ['logs-kubernetes-default'],
    },
    { kind: 'lifecycle policy', name: 'standard', path: '/_ilm/policy/standard', file: 'ilm-policy-standard.json' },
  ]);
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
  expect(() => setUp({ objects: [] })).toThrow(
    expect.objectContaining({
      message: '[test/provisioner] objects must not be empty, got none; add a policy or a template',
    }),
  );
});

test('fails when an object is there twice', () => {
  const [object] = setUp().objects;
  expect(() => setUp({ objects: object ? [object, object] : [] })).toThrow(
    expect.objectContaining({
      message:
        '[test/provisioner] objects of one kind must have different names, got index template logs twice; rename one',
    }),
  );
});

test('fails in a chart without a namespace', () => {
  const chart = new Chart(Testing.app(), 'test');
  const objects = [new IlmPolicy(chart, 'policy', { policyName: 'standard', deleteMinAge: '30d' })];
  expect(() => new Provisioner(chart, 'provisioner', { elasticsearch, objects })).toThrow(
    expect.objectContaining({
      message: '[test/provisioner] the chart must have a namespace, where the Secrets are, got none; set it',
    }),
  );
});
