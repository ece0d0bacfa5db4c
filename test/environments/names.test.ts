import { App } from 'cdk8s';
import { expect, test } from 'vitest';

import { defineEnvironment, type Environment, type EnvironmentInput } from '../../environments';
import { production } from '../../environments/production';
import { defineStacks, manifests } from '../../stacks';

/** Production under names that begin with digits, have dots, or are in capitals where Kubernetes takes them. */
const WIDE: EnvironmentInput = {
  ...production,
  namespace: '3scale-logs',
  agentsNamespace: '3scale-agents',
  certificates: 'cert-manager',
  certificateIssuer: 'letsencrypt.example.com',
  elasticsearch: {
    ...production.elasticsearch,
    zones: ['PHX-AD-1', '2', 'us_east.C'],
    storageClass: 'rook.ceph.block',
  },
  retention: { ...production.retention, audit: { deleteMinAge: '365d', snapshotRetention: '2555d' } },
  routes: production.routes.map((route) => (route.name === 'payments' ? { ...route, namespaces: ['3scale'] } : route)),
  snapshots: {
    endpoint: 'https://s3.example.com',
    region: 'US-1',
    bucket: '4711.logs.example.com',
    secretName: 's3.credentials',
  },
  kibana: { ...production.kibana, ingressClassName: 'nginx.internal', ingressTlsSecretName: 'kibana.example.com' },
};

const text = (environment: Environment) => Object.values(manifests(environment)).join('\n');

test('names are as wide as those of Kubernetes', () => {
  const wide = text(defineEnvironment(WIDE));

  for (const name of ['3scale-logs', 'rook.ceph.block', 's3.credentials', 'nginx.internal', '4711.logs.example.com']) {
    expect(wide).toContain(name);
  }
  expect(wide).toContain('name: letsencrypt.example.com');
  expect(wide).toMatch(/namespaces .*3scale/);
});

test('zones of any name are in the names of StatefulSets, and pods find them by the label of their node', () => {
  const { elasticsearch } = defineStacks(new App(), defineEnvironment(WIDE));
  const objects: { kind: string; metadata: { name: string }; spec: unknown }[] = elasticsearch.toJson();
  const sets = objects.filter(({ kind, metadata }) => kind === 'StatefulSet' && metadata.name.includes('hot'));

  expect(sets.map(({ metadata }) => metadata.name)).toEqual([
    'elasticsearch-hot-1',
    'elasticsearch-hot-2',
    'elasticsearch-hot-us-east-c',
  ]);
  expect(JSON.stringify(sets[0]?.spec)).toContain('"values":["PHX-AD-1"]');
  expect(text(defineEnvironment(WIDE))).toContain('node.attr.zone: us_east.C');
});

test('a stack that is given a namespace of the cluster refuses it as well', () => {
  const environment = { ...defineEnvironment(production), namespace: 'kube-system', agentsNamespace: 'default' };

  expect(() => defineStacks(new App(), environment)).toThrowErrorMatchingInlineSnapshot(`
    [PropsError: [namespaces] namespace must be a namespace of its own, since it is closed to the network, which would cut off what the cluster needs in kube-system, got "kube-system"; write for example logging
    [namespaces] agentsNamespace must be a namespace of its own, since it is closed to the network, which would cut off what the cluster needs in default, got "default"; write for example logging]
  `);
});
