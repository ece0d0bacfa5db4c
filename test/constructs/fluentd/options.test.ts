import { describe, expect, test } from 'vitest';

import { fluentd } from './rendered';

const conf = (props: Parameters<typeof fluentd>[0]) => fluentd(props).object('ConfigMap').data['fluent.conf'];

test('exclude', () => {
  const exclude = { namespaces: ['kube-*', 'default'], pods: ['*-debug', 'shop/load-test-?'] };
  expect(conf({ exclude })).toContain(
    `exclude_pods '["logging-agents_fluentd-?????_*","kube-*_*_*","default_*_*","*_*-debug_*","shop_load-test-?_*"]'\n`,
  );
});

test('logLevel', () => {
  expect(conf({ logLevel: 'warn' })).toContain('  log_level warn\n</system>');
  expect(conf({})).not.toContain('log_level');
});

describe('of the image', () => {
  const official = 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch9-1.1';
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}` as const;
  const plugins = ['fluent-plugin-prometheus'];

  test.each([
    [{ registry: 'registry.example.com:5000/docker-hub' }, `registry.example.com:5000/docker-hub/${official}`],
    [{ digest }, `${official}@${digest}`],
    [{ repository: 'logging/fluentd', tag: '1.4', plugins }, 'logging/fluentd:1.4'],
    [{ repository: 'fluentd', digest, plugins }, `fluentd@${digest}`],
    [
      { registry: 'ghcr.io', repository: 'logging/fluentd', tag: '1.4', digest, plugins },
      `ghcr.io/logging/fluentd:1.4@${digest}`,
    ],
  ])('%j', (image, name) => {
    expect(fluentd({ image }).container.image).toBe(name);
  });
});

describe('of the pod', () => {
  test('labels and annotations, which are not on other objects nor in selectors', () => {
    const pod = { labels: { team: 'platform', empty: '' }, annotations: { 'example.com/scrape': 'yes, please' } };
    const { object, objects } = fluentd({ pod });
    const { template, selector } = object('DaemonSet').spec;

    expect(template.metadata.labels).toMatchObject({
      team: 'platform',
      empty: '',
      'app.kubernetes.io/name': 'fluentd',
    });
    expect(template.metadata.annotations).toMatchObject({ 'example.com/scrape': 'yes, please' });
    expect(selector.matchLabels).not.toHaveProperty('team');
    expect(objects.filter(({ metadata }) => JSON.stringify(metadata).includes('platform'))).toEqual([]);
  });

  test('imagePullSecrets', () => {
    const imagePullSecrets = [{ name: 'registry.credentials' }];
    expect(fluentd({ pod: { imagePullSecrets } }).pod.imagePullSecrets).toEqual(imagePullSecrets);
  });

  test('seLinuxOptions', () => {
    const seLinuxOptions = { type: 'spc_t' };
    expect(fluentd({ pod: { seLinuxOptions } }).pod.securityContext).toEqual({
      runAsUser: 0,
      runAsGroup: 0,
      seccompProfile: { type: 'RuntimeDefault' },
      seLinuxOptions,
    });
  });

  test('env, after what the construct sets', () => {
    const env = [
      { name: 'REGION', value: 'eu' },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'tokens', key: 'archive' } } },
    ];
    expect(fluentd({ pod: { env } }).container.env.slice(-2)).toEqual(env);
  });
});

test('cpuLimit and memoryRequest', () => {
  expect(fluentd({ cpuLimit: '1', memoryRequest: '384Mi' }).container.resources).toMatchObject({
    requests: { cpu: '200m', memory: '384Mi' },
    limits: { cpu: '1', memory: '512Mi' },
  });
});

describe('bufferVolume', () => {
  test('on the node', () => {
    const { pod } = fluentd({ bufferVolume: { hostPath: { path: '/mnt/logs/efk' } } });
    const hostPath = { path: '/mnt/logs/efk/logging-agents/fluentd', type: 'DirectoryOrCreate' };
    expect(pod.volumes).toContainEqual({ name: 'state', hostPath });
  });

  test('in the pod, whose share of the disk is then that of the buffer too', () => {
    const { pod, container } = fluentd({ bufferSize: '2Gi', bufferVolume: { emptyDir: {} } });
    const size = 2_048 + 64 + 256;
    expect(pod.volumes).toContainEqual({ name: 'state', emptyDir: { sizeLimit: `${size}Mi` } });
    expect(pod.volumes.filter(({ name }: { name: string }) => name === 'state')).toHaveLength(1);
    expect(container.resources.limits['ephemeral-storage']).toBe(`${size + 512 + 64}Mi`);
    expect(container.volumeMounts).toContainEqual({ name: 'state', mountPath: '/var/lib/fluentd' });
  });
});

test.each([
  [{ rollingUpdate: { maxUnavailable: 1 } }, { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } }],
  [{ rollingUpdate: { maxUnavailable: '25%' } }, { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%' } }],
  [{ rollingUpdate: {} }, { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } }],
  [{ type: 'OnDelete' }, { type: 'OnDelete' }],
] as const)('updateStrategy %j', (updateStrategy, expected) => {
  expect(fluentd({ updateStrategy }).object('DaemonSet').spec.updateStrategy).toEqual(expected);
});

test('resourceQuota, which is there before the pods', () => {
  const { construct, object } = fluentd({ resourceQuota: { pods: 500 } });
  expect(object('ResourceQuota')).toMatchObject({
    metadata: { name: 'fluentd', namespace: 'logging-agents' },
    spec: {
      hard: { pods: 500 },
      scopeSelector: {
        matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['system-node-critical'] }],
      },
    },
  });
  expect(construct.daemonSet.node.dependencies).toContain(construct.resourceQuota);

  const other = fluentd({ resourceQuota: { pods: 5 }, pod: { priorityClassName: 'agents' } }).object('ResourceQuota');
  expect(other.spec.scopeSelector.matchExpressions[0].values).toEqual(['agents']);
  expect(fluentd().object('ResourceQuota')).toBeUndefined();
});
