import { expect, test } from 'vitest';

import { parity } from '../../../review/parity/parity';
import { claim, object, workload } from '../objects';

const groups = (...[a, b]: Parameters<typeof parity>) =>
  parity(a, b).map(({ group, object: name, path }) => [group, name, path]);

const set = (spec: object, pod: object = {}) => workload('StatefulSet', spec, pod);

test('sizing is told from behaviour', () => {
  const first = set(
    { replicas: 2, volumeClaimTemplates: [claim('1Gi')] },
    { containers: [{ name: 'a', image: 'a:1' }] },
  );
  const second = set(
    { replicas: 3, volumeClaimTemplates: [claim('2Gi')] },
    { containers: [{ name: 'a', image: 'a:2' }], securityContext: { runAsNonRoot: true } },
  );
  expect(groups([first], [second])).toEqual([
    ['sizing', 'StatefulSet test/web', 'spec.replicas'],
    ['versions', 'StatefulSet test/web', 'spec.template.spec.containers[a].image'],
    ['security', 'StatefulSet test/web', 'spec.template.spec.securityContext.runAsNonRoot'],
    ['sizing', 'StatefulSet test/web', 'spec.volumeClaimTemplates[data].spec.resources.requests.storage'],
  ]);
});

test('a buffer of another size is sizing, another filter is behaviour', () => {
  const conf = (text: string) => ({
    ...object('{apiVersion: v1, kind: ConfigMap, metadata: {name: fluentd}}'),
    data: { 'fluent.conf': `<match **>\n  ${text}\n</match>\n` },
  });
  const group = (a: string, b: string) => groups([conf(a)], [conf(b)]).map(([name]) => name);
  const buffer = (type: string, size: string) => `@type ${type}\n  <buffer>\n    total_limit_size ${size}\n  </buffer>`;
  expect(group(buffer('a', '1g'), buffer('a', '2g'))).toEqual(['sizing']);
  expect(group(buffer('a', '1g'), buffer('b', '2g'))).toEqual(['pipeline']);
  // A line of Ruby is no parameter, whatever it looks like.
  expect(group('code "\\\n  workers 1"', 'code "\\\n  workers 2"')).toEqual(['pipeline']);
  expect(group('a 1', 'a  1')).toEqual(['pipeline']);
  expect(group('overflow_action block', 'overflow_action drop_oldest_chunk')).toEqual(['pipeline']);
});

test('an object of one environment only is topology or security', () => {
  const policy = object('{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: deny}}');
  expect(groups([policy], [set({})])).toEqual([
    ['security', 'NetworkPolicy deny', ''],
    ['topology', 'StatefulSet test/web', ''],
  ]);
});

test('an environment does not differ from itself, and hashes are no difference', () => {
  const job = (hash: string) => object(`{apiVersion: batch/v1, kind: Job, metadata: {name: provisioner-${hash}}}`);
  expect(groups([set({}), job('9a2cdc29')], [set({}), job('1b2c3d4e')])).toEqual([]);
});
