import { spawnSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { k8s } from 'cdk8s-plus-28';
import { describe, expect, test } from 'vitest';

import { CONFIG_HASH_ANNOTATION, PropsError } from '../../../constructs/core';
import { Fluentd, type FluentdProps } from '../../../constructs/fluentd';
import { temporaryFolder } from '../../temporary-folder';
import { ELASTICSEARCH, fluentd, newChart } from './rendered';

test('it is a DaemonSet and what belongs to it, all named after it', () => {
  expect(fluentd().objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Service fluentd-metrics',
    'ConfigMap fluentd',
    'ConfigMap fluentd-plugins',
    'ServiceAccount fluentd',
    'NetworkPolicy fluentd',
    'DaemonSet fluentd',
  ]);
});

test('pods start after what they read and after what lets them through the network', () => {
  const { construct } = fluentd();
  expect(construct.daemonSet.node.dependencies).toEqual([
    construct.configMap,
    construct.node.findChild('plugins'),
    construct.serviceAccount,
    construct.networkPolicy,
  ]);
});

describe('defaults', () => {
  test('every node of the cluster, whatever its taints', () => {
    expect(fluentd().pod).toMatchObject({
      tolerations: [{ operator: 'Exists' }],
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      priorityClassName: 'system-node-critical',
    });
  });

  test('512Mi of memory and a fifth of a core', () => {
    expect(fluentd().container.resources).toMatchObject({
      requests: { cpu: '200m', memory: '512Mi' },
      limits: { memory: '512Mi' },
    });
  });

  test('disk of the pod for what it prints and for its small files; buffers are not in the pod', () => {
    const { container, pod } = fluentd({ bufferSize: '20Gi' });
    expect(container.resources.limits).toEqual({ memory: '512Mi', 'ephemeral-storage': '576Mi' });
    expect(container.resources.requests['ephemeral-storage']).toBe('576Mi');
    expect(pod.volumes).toContainEqual({ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } });
  });

  test('2Gi of buffer on the disk of the node', () => {
    expect(fluentd().object('ConfigMap').data['fluent.conf']).toContain('total_limit_size 2g\n');
  });

  test('the image with the client of the same major version', () => {
    expect(fluentd().container.image).toBe('fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch9-1.1');
    const { container } = fluentd({ elasticsearch: { ...ELASTICSEARCH, majorVersion: 8 } });
    expect(container.image).toBe('fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch8-1.1');
  });

  test('Secrets named after it', () => {
    expect(fluentd().construct.secrets).toEqual([
      {
        kind: 'credentials',
        name: 'fluentd-credentials',
        namespace: 'logging-agents',
        description: 'User with which fluentd writes logs',
        username: 'fluentd',
      },
      {
        kind: 'tls',
        name: 'fluentd-tls',
        namespace: 'logging-agents',
        description: 'Certificate of the metrics of fluentd, and the authority of Elasticsearch',
        authority: 'http',
        dnsNames: [
          'fluentd-metrics',
          'fluentd-metrics.logging-agents',
          'fluentd-metrics.logging-agents.svc',
          'fluentd-metrics.logging-agents.svc.cluster.local',
        ],
      },
    ]);
  });
});

describe('options', () => {
  test('name', () => {
    const { object, pod, objects } = fluentd({ name: 'edge' });
    expect(objects.map(({ metadata }) => metadata.name)).toEqual([
      'edge-metrics',
      'edge',
      'edge-plugins',
      'edge',
      'edge',
      'edge',
    ]);
    expect(pod.serviceAccountName).toBe('edge');
    expect(pod.volumes).toContainEqual({
      name: 'state',
      hostPath: { path: '/var/lib/efk/logging-agents/edge', type: 'DirectoryOrCreate' },
    });
    expect(object('ConfigMap').data['fluent.conf']).toContain('logging-agents_edge-?????_*');
  });

  test('bufferSize', () => {
    expect(fluentd({ bufferSize: '20Gi' }).object('ConfigMap').data['fluent.conf']).toContain('total_limit_size 20g\n');
  });

  test('memory and cpu', () => {
    expect(fluentd({ memory: '1Gi', cpu: '2' }).container.resources).toMatchObject({
      requests: { cpu: '2', memory: '1Gi' },
      limits: { memory: '1Gi' },
    });
  });

  test('version', () => {
    const elasticsearch = { ...ELASTICSEARCH, majorVersion: 8 };
    expect(fluentd({ elasticsearch, version: '8.19.8' }).container.image).toContain('elasticsearch8');
  });

  test('tolerations, nodeSelector and priorityClassName', () => {
    const tolerations = [{ key: 'gpu', operator: 'Exists' }];
    const pod = { tolerations, nodeSelector: { pool: 'apps' }, priorityClassName: 'agents' };
    expect(fluentd({ pod }).pod).toMatchObject({
      tolerations,
      nodeSelector: { 'kubernetes.io/os': 'linux', pool: 'apps' },
      priorityClassName: 'agents',
    });
  });
});

test('root without any privilege: no capability, no way to gain one, nothing writable but its own directories', () => {
  const { pod, container } = fluentd();
  expect(pod.securityContext).toEqual({
    runAsUser: 0,
    runAsGroup: 0,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
  });
  expect(pod.automountServiceAccountToken).toBe(false);
  expect(container.volumeMounts.filter(({ readOnly }: k8s.VolumeMount) => !readOnly)).toEqual([
    { name: 'state', mountPath: '/var/lib/fluentd' },
    { name: 'tmp', mountPath: '/tmp' },
  ]);
});

test('the password comes from the Secret and is in no manifest', () => {
  expect(fluentd().container.env.map(({ name, value }: k8s.EnvVar) => [name, value])).toEqual([
    ['K8S_NODE_NAME', undefined],
    ['ELASTICSEARCH_USERNAME', undefined],
    ['ELASTICSEARCH_PASSWORD', undefined],
    ['POD_NAME', undefined],
  ]);
});

test('the entrypoint of the image is not used', () => {
  expect(fluentd().container.command).toEqual([
    'tini',
    '--',
    'fluentd',
    '--config',
    '/fluentd/etc/fluent.conf',
    '--plugin',
    '/fluentd/plugins',
  ]);
});

describe('a pod is alive while its heart beats', () => {
  const { container, object } = fluentd();
  const [shell, option, script] = container.livenessProbe.exec.command;

  test('which the pipeline sees to, whatever the buffer', () => {
    expect(object('ConfigMap').data['fluent.conf']).toContain("run_interval 30s\n  command 'touch /tmp/heartbeat'\n");
    expect(container.volumeMounts).toContainEqual({ name: 'tmp', mountPath: '/tmp' });
    expect(container.livenessProbe).toMatchObject({ initialDelaySeconds: 60, periodSeconds: 30, failureThreshold: 6 });
  });

  test.each([
    ['has just beaten', 0, 0],
    ['beat a minute ago', 60, 0],
    ['last beat three minutes ago', 180, 1],
    ['has never beaten', undefined, 1],
  ])('%s', (_, secondsAgo, code) => {
    const file = join(temporaryFolder(), 'heartbeat');
    if (secondsAgo !== undefined) {
      const then = Date.now() / 1000 - secondsAgo;
      writeFileSync(file, '');
      utimesSync(file, then, then);
    }
    expect(spawnSync(shell, [option, script.replace('/tmp/heartbeat', file)]).status).toBe(code);
  });
});

test('metrics over TLS answer whether a pod is ready', () => {
  const httpGet = { path: '/metrics', port: 'metrics', scheme: 'HTTPS' };
  expect(fluentd().container.readinessProbe).toMatchObject({ httpGet });
  expect(fluentd().object('Service').spec).toEqual({
    clusterIP: 'None',
    selector: { 'app.kubernetes.io/name': 'fluentd', 'app.kubernetes.io/instance': 'fluentd' },
    ports: [{ name: 'metrics', port: 24231, targetPort: 'metrics' }],
  });
});

test('traffic: metrics in; names and Elasticsearch out', () => {
  expect(fluentd().object('NetworkPolicy').spec).toMatchObject({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'fluentd', 'app.kubernetes.io/instance': 'fluentd' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ ports: [{ protocol: 'TCP', port: 24231 }] }],
    egress: [
      { ports: [{ port: 53 }, { port: 53 }, { port: 5353 }, { port: 5353 }] },
      {
        ports: [{ port: 9200 }],
        to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'logging' } } }],
      },
    ],
  });
});

test('the pods carry the labels by which the cluster lets clients in', () => {
  const { template, selector } = fluentd().object('DaemonSet').spec;
  expect(template.metadata.labels).toMatchObject({ 'elasticsearch-client': 'true' });
  expect(selector.matchLabels).not.toHaveProperty('elasticsearch-client');
});

test('an update restarts a tenth of the nodes at a time, and a changed route is an update', () => {
  const spec = (props: Partial<FluentdProps>) => fluentd(props).object('DaemonSet').spec;
  const hash = (props: Partial<FluentdProps>) => spec(props).template.metadata.annotations[CONFIG_HASH_ANNOTATION];
  expect(spec({}).updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } });
  expect(hash({})).toBe(hash({ memory: '1Gi' }));
  expect(hash({})).not.toBe(hash({ routes: [{ name: 'everything' }] }));
});

describe('failures', () => {
  const message = (props: Partial<FluentdProps>, namespace?: string) => {
    try {
      fluentd(props, namespace);
    } catch (error) {
      if (error instanceof PropsError) return error.message;
      throw error;
    }
    throw new Error('no failure');
  };

  test('fails when the chart has no namespace', () => {
    expect(() => {
      new Fluentd(newChart(), 'fluentd', { elasticsearch: ELASTICSEARCH, routes: [{ name: 'cluster' }] });
    }).toThrow(
      '[fluentd/fluentd] the chart must have a namespace, since certificates and paths contain it, got none; set it',
    );
  });

  test('fails when the name is no DNS label or too long for that of the Service', () => {
    expect(message({ name: 'Edge' })).toBe(
      '[fluentd/fluentd] name must be a DNS label (a-z, 0-9 and -, at most 55 characters), got "Edge"; change it',
    );
    expect(fluentd({ name: 'a'.repeat(55) }).objects).toHaveLength(6);
    expect(message({ name: 'a'.repeat(56) })).toContain('name must be a DNS label');
  });

  test('fails when the image has a client of another major version', () => {
    expect(message({ version: '8.19.8' })).toBe(
      '[fluentd/fluentd] version must have the major version of elasticsearch (9), got 8; choose a version 9.x',
    );
  });

  test('fails when no supported version has the major version of the cluster', () => {
    expect(message({ elasticsearch: { ...ELASTICSEARCH, majorVersion: 7 } })).toBe(
      '[fluentd/fluentd] version must have the major version of elasticsearch (7), got 9; choose a version 7.x',
    );
  });

  test('fails with all mistakes at once', () => {
    expect(
      message({
        elasticsearch: { ...ELASTICSEARCH, url: 'http://elasticsearch:9200' },
        routes: [],
        bufferSize: '16Mi',
        memory: '100Mi',
      }),
    ).toBe(
      [
        `[fluentd/fluentd] routes must not be empty, got []; add one, e.g. { name: 'cluster' } for all logs`,
        '[fluentd/fluentd] bufferSize must be at least 24Mi (a chunk of 8Mi for each of 2 threads and one that fills), got 16Mi; raise it',
        '[fluentd/fluentd] memory must be at least 320Mi (192Mi, 6 copies of a chunk of 8Mi for each of 2 threads, and 32Mi of held events), got 100Mi; raise it',
        '[fluentd/fluentd] elasticsearch.url must start with https://, got "http://elasticsearch:9200"; clients send passwords and tokens',
      ].join('\n'),
    );
  });
});
