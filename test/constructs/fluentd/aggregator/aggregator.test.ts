import { describe, expect, test } from 'vitest';

import { CONFIG_HASH_ANNOTATION } from '../../../../constructs/core';
import { aggregator } from './rendered';

test('it is a StatefulSet and what belongs to it, all named after it', () => {
  expect(aggregator().objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Service fluentd-aggregator-metrics',
    'PodDisruptionBudget fluentd-aggregator',
    'ConfigMap fluentd-aggregator',
    'ConfigMap fluentd-aggregator-plugins',
    'ServiceAccount fluentd-aggregator',
    'NetworkPolicy fluentd-aggregator',
    'Service fluentd-aggregator',
    'StatefulSet fluentd-aggregator',
  ]);
});

test('pods start after what they read and after what lets them through the network', () => {
  const { construct } = aggregator();
  expect(construct.statefulSet.node.dependencies).toEqual([
    construct.configMap,
    construct.node.findChild('plugins'),
    construct.serviceAccount,
    construct.networkPolicy,
    construct.service,
  ]);
});

describe('defaults', () => {
  test('two pods that start together, with a host name each', () => {
    const { object } = aggregator();
    expect(object('StatefulSet').spec).toMatchObject({
      replicas: 2,
      serviceName: 'fluentd-aggregator',
      podManagementPolicy: 'Parallel',
    });
    expect(object('PodDisruptionBudget').spec.maxUnavailable).toBe(1);
  });

  test('a volume for each pod, which stays', () => {
    const { object, container, pod } = aggregator();
    const { volumeClaimTemplates, persistentVolumeClaimRetentionPolicy } = object('StatefulSet').spec;
    expect(persistentVolumeClaimRetentionPolicy).toEqual({ whenDeleted: 'Retain', whenScaled: 'Retain' });
    expect(volumeClaimTemplates).toEqual([
      {
        metadata: { name: 'state' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
      },
    ]);
    expect(container.volumeMounts).toContainEqual({ name: 'state', mountPath: '/var/lib/fluentd' });
    expect(pod.volumes.map(({ name }: { name: string }) => name)).toEqual(['config', 'plugins', 'tls', 'tmp']);
  });

  test('no root, nothing of the node, no capability: PodSecurity restricted', () => {
    const { pod, container } = aggregator();
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 999,
      fsGroup: 999,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container.securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    });
    expect(JSON.stringify(pod)).not.toContain('hostPath');
  });

  test('pods are spread over nodes and zones, and tolerate no taint', () => {
    const { pod } = aggregator();
    expect(pod.topologySpreadConstraints.map(({ topologyKey }: { topologyKey: string }) => topologyKey)).toEqual([
      'kubernetes.io/hostname',
      'topology.kubernetes.io/zone',
    ]);
    expect([pod.tolerations, pod.priorityClassName]).toEqual([undefined, undefined]);
  });

  test('a core and 1Gi of memory', () => {
    expect(aggregator().container.resources).toMatchObject({
      requests: { cpu: '1', memory: '1Gi' },
      limits: { memory: '1Gi' },
    });
  });

  test('it reads nothing of a node, and treats and stores what it gets', () => {
    const conf = aggregator({ treatments: [{ name: 'all' }] }).object('ConfigMap').data['fluent.conf'];
    expect(conf).not.toContain('container_logs');
    expect(conf).toContain('@type elasticsearch_bulk');
    expect(conf).toContain('<label @TREATMENTS>');
    expect(conf).toContain('total_limit_size 8896m\n');
  });

  test.each([
    ['agents', {}],
    ['inputs alone', { agentNamespaces: [], inputs: [{ name: 'made-up', route: 'cluster', sample: {} }] }],
  ])('a pod that goes empties its buffer before, with %s', (_, props) => {
    const { container, pod, objects } = aggregator(props);
    const plugins = objects.find(({ metadata }) => metadata.name === 'fluentd-aggregator-plugins');
    expect(Object.keys(plugins?.data ?? {})).toContain('drain_buffer.rb');
    expect(container.lifecycle.preStop.exec.command).toEqual(['ruby', '/fluentd/plugins/drain_buffer.rb']);
    expect(pod.terminationGracePeriodSeconds).toBe(180);
  });

  test('the probes and the metrics of every Fluentd', () => {
    const { container, construct } = aggregator();
    expect(container.readinessProbe.httpGet).toEqual({ path: '/metrics', port: 'metrics', scheme: 'HTTPS' });
    expect(container.livenessProbe.exec.command).toHaveLength(3);
    expect(construct.metrics).toMatchObject({
      name: 'fluentd-aggregator',
      serverName: 'fluentd-aggregator-metrics',
      authoritySecretName: 'fluentd-aggregator-tls',
    });
  });

  test('Secrets named after it, in its namespace', () => {
    expect(aggregator().construct.secrets.map(({ kind, name, namespace }) => [kind, name, namespace])).toEqual([
      ['keys', 'fluentd-aggregator-shared-key', 'logging'],
      ['credentials', 'fluentd-aggregator-credentials', 'logging'],
      ['tls', 'fluentd-aggregator-tls', 'logging'],
    ]);
  });
});

describe('options', () => {
  test('one pod may be evicted at any time', () => {
    expect(aggregator({ replicas: 1 }).object('PodDisruptionBudget')).toBeUndefined();
  });

  test('an autoscaler counts the pods', () => {
    const { object, construct } = aggregator({ autoscaling: { minReplicas: 2, maxReplicas: 9 } });
    expect(object('StatefulSet').spec.replicas).toBeUndefined();
    expect(object('HorizontalPodAutoscaler').spec).toMatchObject({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'fluentd-aggregator' },
      minReplicas: 2,
      maxReplicas: 9,
    });
    expect(construct.autoscaler).toBeDefined();
  });

  test('a name, a volume and a StorageClass', () => {
    const { object } = aggregator({ name: 'edge', storage: '50Gi', storageClass: 'fast' });
    const { volumeClaimTemplates, serviceName } = object('StatefulSet').spec;
    expect(serviceName).toBe('edge');
    expect(volumeClaimTemplates[0].spec).toMatchObject({
      storageClassName: 'fast',
      resources: { requests: { storage: '50Gi' } },
    });
  });

  test('labels, annotations, variables and where the pods run', () => {
    const { object, pod, container } = aggregator({
      pod: {
        labels: { team: 'a' },
        annotations: { note: 'b' },
        nodeSelector: { pool: 'logs' },
        tolerations: [{ key: 'logs', operator: 'Exists' }],
        priorityClassName: 'high',
        env: [{ name: 'A', value: 'b' }],
      },
    });
    const { metadata } = object('StatefulSet').spec.template;
    expect(metadata.labels).toMatchObject({ team: 'a', 'app.kubernetes.io/instance': 'fluentd-aggregator' });
    expect(metadata.annotations).toEqual({ note: 'b', [CONFIG_HASH_ANNOTATION]: expect.any(String) });
    expect(pod).toMatchObject({
      nodeSelector: { 'kubernetes.io/os': 'linux', pool: 'logs' },
      tolerations: [{ key: 'logs', operator: 'Exists' }],
      priorityClassName: 'high',
    });
    expect(container.env).toContainEqual({ name: 'A', value: 'b' });
  });
});

test('an input that the official image lacks a gem for is refused', () => {
  const sql = { host: 'db', database: 'app', user: { secretName: 'reader' }, table: 'audit', key: 'id' };
  const props = { replicas: 1, inputs: [{ name: 'audit', route: 'cluster', sql }] };
  expect(() => aggregator(props)).toThrow(/inputs\[0\]\.sql must have an image with the gem pg, got one with /);
  const image = { repository: 'logging/fluentd', tag: '1', plugins: ['pg', 'fluent-plugin-prometheus'] };
  expect(() => aggregator({ ...props, image })).not.toThrow();
});
