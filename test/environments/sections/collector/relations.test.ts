import { expect, test } from 'vitest';

import { defineEnvironment, type EnvironmentInput } from '../../../../environments';
import { production } from '../../../../environments/production';
import { collectorMistakes } from '../../../../environments/sections/collector/relations';
import { manifests } from '../../../../stacks';

const { fluentd } = production;
const paths = (input: object) => collectorMistakes({ ...fluentd, ...input }).map(({ path }) => path.join('.'));

test('a malformed value does not hide what is wrong with others', () => {
  expect(paths({ bufferSize: 7, pod: { env: 'none', labels: { team: 7, app: 'a b' } } })).toEqual([
    'fluentd.pod.labels.app',
  ]);
});

test('what the schema has refused is not told again', () => {
  expect(paths({ resourceQuota: { pods: 0.5 } })).toEqual([]);
  expect(paths({ bufferVolume: { persistentVolumeClaim: {} } })).toEqual([]);
  expect(paths({ bufferVolume: {} })).toEqual(['fluentd.bufferVolume']);
});

test('a request is compared with nothing if what it is compared with is malformed', () => {
  expect(paths({ memory: '1 GB', memoryRequest: '2Gi' })).toEqual([]);
  expect(paths({ memoryRequest: '2Gi' })).toEqual(['fluentd.memoryRequest']);
});

test('the options reach the manifests', () => {
  const options: Partial<EnvironmentInput['fluentd']> = {
    cpuLimit: '2',
    exclude: { namespaces: ['kube-*'] },
    logLevel: 'warn',
    image: { registry: 'registry.example.com' },
    pod: { seLinuxOptions: { type: 'spc_t' } },
    bufferVolume: { hostPath: { path: '/data/efk' } },
    resourceQuota: { pods: 500 },
  };
  const text = manifests(defineEnvironment({ ...production, fluentd: { ...fluentd, ...options } }))['fluentd.k8s.yaml'];

  for (const part of [
    '              cpu: "2"',
    'kube-*_*_*',
    'log_level warn',
    'image: registry.example.com/fluent/',
    'type: spc_t',
    'path: /data/efk/logging-agents/fluentd',
    'kind: ResourceQuota',
  ]) {
    expect(text).toContain(part);
  }
});
