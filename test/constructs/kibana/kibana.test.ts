import { Chart, Testing } from 'cdk8s';
import { describe, expect, test } from 'vitest';

import { CONFIG_HASH_ANNOTATION, PropsError } from '../../../constructs/core';
import { Kibana, type KibanaProps } from '../../../constructs/kibana';

const ELASTICSEARCH = {
  url: 'https://elasticsearch.logging.svc:9200',
  majorVersion: 9,
  clientLabels: { 'elasticsearch-client': 'true' },
};

const newChart = (namespace?: string) =>
  new Chart(Testing.app(), 'kibana', { namespace, disableResourceNameHashes: true });

function kibana(props: Partial<KibanaProps> = {}) {
  const chart = newChart('logging');
  const construct = new Kibana(chart, 'kibana', { elasticsearch: ELASTICSEARCH, ...props });
  const objects: { kind: string; metadata: { name: string }; [key: string]: unknown }[] = Testing.synth(chart);
  // biome-ignore lint/suspicious/noExplicitAny: manifests are read the way reviewers read them
  const object = (kind: string): any => objects.find((candidate) => candidate.kind === kind);
  const pod = object('Deployment').spec.template.spec;
  return { construct, objects, object, pod, container: pod.containers[0] };
}

test('it is a Deployment and what belongs to it, all named after it', () => {
  expect(kibana().objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Service kibana',
    'ConfigMap kibana',
    'ServiceAccount kibana',
    'NetworkPolicy kibana',
    'Deployment kibana',
  ]);
});

test('pods start after what they read and after what lets them through the network', () => {
  const { construct } = kibana();
  expect(construct.deployment.node.dependencies).toEqual([
    construct.configMap,
    construct.serviceAccount,
    construct.networkPolicy,
  ]);
});

test('what other components need to know of it', () => {
  const { url, serviceToken } = kibana().construct;
  expect({ url, serviceToken }).toEqual({
    url: 'https://kibana.logging.svc:5601',
    serviceToken: { account: 'elastic/kibana', tokenName: 'kibana' },
  });
});

test('the Secrets that it reads', () => {
  expect(kibana().construct.secrets).toEqual([
    {
      kind: 'service-token',
      name: 'kibana-service-token',
      namespace: 'logging',
      description: 'Token with which kibana signs in to Elasticsearch',
      token: { account: 'elastic/kibana', tokenName: 'kibana' },
    },
    {
      kind: 'keys',
      name: 'kibana-encryption-keys',
      namespace: 'logging',
      description: 'Keys with which kibana encrypts sessions, saved objects and reports; a lost key cannot be replaced',
      keys: [
        'xpack.security.encryptionKey',
        'xpack.encryptedSavedObjects.encryptionKey',
        'xpack.reporting.encryptionKey',
      ],
    },
    {
      kind: 'tls',
      name: 'kibana-tls',
      namespace: 'logging',
      description: 'Certificate of kibana, and the authority of Elasticsearch',
      authority: 'http',
      dnsNames: ['kibana', 'kibana.logging', 'kibana.logging.svc', 'kibana.logging.svc.cluster.local', 'localhost'],
    },
  ]);
});

describe('defaults', () => {
  test('one pod, which nothing keeps from being evicted', () => {
    const { object, construct } = kibana();
    expect(object('Deployment').spec.replicas).toBe(1);
    expect(construct.podDisruptionBudget).toBeUndefined();
  });

  test('2Gi of memory, three quarters of it heap, and half a core', () => {
    const { container } = kibana();
    expect(container.resources).toMatchObject({ requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '2Gi' } });
    expect(container.env).toContainEqual({ name: 'NODE_OPTIONS', value: '--max-old-space-size=1536' });
  });

  test('disk for a heap snapshot, for reports and for what it prints', () => {
    const disk = (memory?: '4Gi') => {
      const { container, pod } = kibana({ memory });
      expect(container.resources.requests['ephemeral-storage']).toBe(container.resources.limits['ephemeral-storage']);
      const sizes = pod.volumes.flatMap(
        ({ emptyDir }: { emptyDir?: { sizeLimit: string } }) => emptyDir?.sizeLimit ?? [],
      );
      return [container.resources.limits['ephemeral-storage'], ...sizes];
    };
    expect(disk()).toEqual(['3136Mi', '2Gi', '64Mi', '512Mi']);
    expect(disk('4Gi')).toEqual(['5184Mi', '4Gi', '64Mi', '512Mi']);
  });

  test('the version with the major version of the cluster', () => {
    expect(kibana().container.image).toBe('docker.elastic.co/kibana/kibana:9.5.0');
    const { container } = kibana({ elasticsearch: { ...ELASTICSEARCH, majorVersion: 8 } });
    expect(container.image).toBe('docker.elastic.co/kibana/kibana:8.19.8');
  });

  test('no Ingress', () => {
    expect(kibana().construct.ingress).toBeUndefined();
  });
});

describe('options', () => {
  test('name', () => {
    const { objects, pod, construct } = kibana({ name: 'ops' });
    expect(new Set(objects.map(({ metadata }) => metadata.name))).toEqual(new Set(['ops']));
    expect(pod.volumes).toContainEqual({ name: 'tls', secret: { secretName: 'ops-tls' } });
    expect(construct.secrets.map(({ name }) => name)).toEqual(['ops-service-token', 'ops-encryption-keys', 'ops-tls']);
    expect(construct.serviceToken.tokenName).toBe('ops');
    expect(construct.url).toBe('https://ops.logging.svc:5601');
  });

  test('replicas: several pods are spread, and evicted one at a time', () => {
    const { object, pod } = kibana({ replicas: 3 });
    expect(object('Deployment').spec.replicas).toBe(3);
    expect(object('PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
    expect(pod.topologySpreadConstraints).toMatchObject([
      { topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
      { topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
    ]);
  });

  test('memory and cpu', () => {
    const { container } = kibana({ memory: '4Gi', cpu: '2' });
    expect(container.resources).toMatchObject({ requests: { cpu: '2', memory: '4Gi' }, limits: { memory: '4Gi' } });
    expect(container.env).toContainEqual({ name: 'NODE_OPTIONS', value: '--max-old-space-size=3072' });
  });

  test('version', () => {
    const elasticsearch = { ...ELASTICSEARCH, majorVersion: 8 };
    expect(kibana({ elasticsearch, version: '8.19.8' }).container.image).toContain(':8.19.8');
  });

  test('ingressHost: published over TLS with the default certificate of the controller, links point there', () => {
    const { object } = kibana({ ingressHost: 'kibana.example.com' });
    expect(object('Ingress')).toMatchObject({
      metadata: { name: 'kibana', annotations: { 'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS' } },
    });
    expect(object('Ingress').spec).toEqual({
      tls: [{ hosts: ['kibana.example.com'] }],
      rules: [
        {
          host: 'kibana.example.com',
          http: {
            paths: [
              { path: '/', pathType: 'Prefix', backend: { service: { name: 'kibana', port: { name: 'https' } } } },
            ],
          },
        },
      ],
    });
    expect(object('ConfigMap').data['kibana.yml']).toContain('server.publicBaseUrl: https://kibana.example.com\n');
  });

  test('ingressClassName, ingressTlsSecretName and ingressAnnotations', () => {
    const { object } = kibana({
      ingressHost: 'kibana.example.com',
      ingressClassName: 'traefik',
      ingressTlsSecretName: 'kibana-ingress-tls',
      ingressAnnotations: { 'example.com/owner': 'platform' },
    });
    expect(object('Ingress').metadata.annotations).toEqual({ 'example.com/owner': 'platform' });
    expect(object('Ingress').spec).toMatchObject({
      ingressClassName: 'traefik',
      tls: [{ hosts: ['kibana.example.com'], secretName: 'kibana-ingress-tls' }],
    });
  });
});

test('pods of two versions never run at the same time', () => {
  expect(kibana({ replicas: 2 }).object('Deployment').spec.strategy).toEqual({ type: 'Recreate' });
});

test('the pods meet PodSecurity restricted, and write only to volumes of their own', () => {
  const { pod, container } = kibana();
  expect(pod).toMatchObject({
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  });
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
  });
  expect(container.volumeMounts.filter(({ readOnly }: { readOnly?: boolean }) => !readOnly)).toEqual([
    { name: 'data', mountPath: '/usr/share/kibana/data' },
    { name: 'logs', mountPath: '/usr/share/kibana/logs' },
    { name: 'tmp', mountPath: '/tmp' },
  ]);
});

test('the token and the keys come from Secrets and are in no manifest', () => {
  expect(kibana().container.env.slice(0, -1)).toEqual(
    [
      ['EFK_SERVICE_TOKEN', 'kibana-service-token', 'token'],
      ['EFK_SECURITY_KEY', 'kibana-encryption-keys', 'xpack.security.encryptionKey'],
      ['EFK_SAVED_OBJECTS_KEY', 'kibana-encryption-keys', 'xpack.encryptedSavedObjects.encryptionKey'],
      ['EFK_REPORTING_KEY', 'kibana-encryption-keys', 'xpack.reporting.encryptionKey'],
    ].map(([env, name, key]) => ({ name: env, valueFrom: { secretKeyRef: { name, key } } })),
  );
});

test('ready when Kibana says so; nothing ends a migration that takes long', () => {
  const { container } = kibana();
  expect(container.readinessProbe.httpGet).toEqual({ path: '/api/status', port: 'https', scheme: 'HTTPS' });
  expect(container).not.toHaveProperty('livenessProbe');
});

test('a pod that goes still answers for a while', () => {
  const { pod, container } = kibana();
  expect(container.lifecycle.preStop).toEqual({ exec: { command: ['sleep', '10'] } });
  expect(pod.terminationGracePeriodSeconds).toBe(60);
});

test('traffic: users in; names and Elasticsearch out', () => {
  expect(kibana().object('NetworkPolicy').spec).toMatchObject({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'kibana', 'app.kubernetes.io/instance': 'kibana' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ ports: [{ protocol: 'TCP', port: 5601 }] }],
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
  const { template, selector } = kibana().object('Deployment').spec;
  expect(template.metadata.labels).toMatchObject({ 'elasticsearch-client': 'true' });
  expect(selector.matchLabels).not.toHaveProperty('elasticsearch-client');
});

test('a changed setting restarts the pods', () => {
  const hash = (props: Partial<KibanaProps>) =>
    kibana(props).object('Deployment').spec.template.metadata.annotations[CONFIG_HASH_ANNOTATION];
  expect(hash({})).toBe(hash({ replicas: 2 }));
  expect(hash({})).not.toBe(hash({ ingressHost: 'kibana.example.com' }));
});

describe('failures', () => {
  const message = (props: Partial<KibanaProps>) => {
    try {
      kibana(props);
    } catch (error) {
      if (error instanceof PropsError) return error.message;
      throw error;
    }
    throw new Error('no failure');
  };

  test.each<[string, Partial<KibanaProps>, string]>([
    [
      'the name is no DNS label',
      { name: 'Kibana' },
      'name must be a DNS label (a-z, 0-9 and -, at most 47 characters), got "Kibana"; change it',
    ],
    [
      'the name is too long',
      { name: 'k'.repeat(48) },
      `name must be a DNS label (a-z, 0-9 and -, at most 47 characters), got "${'k'.repeat(48)}"; change it`,
    ],
    ['there is no pod', { replicas: 0 }, 'replicas must be a whole number of at least 1, got 0; raise it'],
    ['there is half a pod', { replicas: 1.5 }, 'replicas must be a whole number of at least 1, got 1.5; raise it'],
    ['memory is too small', { memory: '1023Mi' }, 'memory must be at least 1Gi, got 1023Mi; raise it'],
    [
      'the version is of another major version',
      { version: '8.19.8' },
      'version must have the major version of elasticsearch (9), got 8; choose a version 9.x',
    ],
    [
      'the endpoint has no TLS',
      { elasticsearch: { ...ELASTICSEARCH, url: 'http://elasticsearch:9200' } },
      'elasticsearch.url must start with https://, got "http://elasticsearch:9200"; clients send passwords and tokens',
    ],
    [
      'the host of the Ingress is a URL',
      { ingressHost: 'https://kibana.example.com' },
      'ingressHost must be a host name with a dot and no scheme, port or path, got "https://kibana.example.com"; write for example kibana.example.com',
    ],
    [
      'a certificate has no host',
      { ingressTlsSecretName: 'cert' },
      'ingressTlsSecretName must come with ingressHost, got no ingressHost; give one or leave ingressTlsSecretName out',
    ],
    [
      'a class has no host',
      { ingressClassName: 'nginx' },
      'ingressClassName must come with ingressHost, got no ingressHost; give one or leave ingressClassName out',
    ],
    [
      'annotations have no host',
      { ingressAnnotations: {} },
      'ingressAnnotations must come with ingressHost, got no ingressHost; give one or leave ingressAnnotations out',
    ],
  ])('fails when %s', (_, props, expected) => {
    expect(message(props)).toBe(`[kibana/kibana] ${expected}`);
  });

  test('fails when the chart has no namespace', () => {
    expect(() => {
      new Kibana(newChart(), 'kibana', { elasticsearch: ELASTICSEARCH });
    }).toThrow(
      '[kibana/kibana] the chart must have a namespace, since certificates and URLs contain it, got none; set it',
    );
  });

  test('fails with all mistakes at once', () => {
    expect(message({ replicas: 0, memory: '512Mi', ingressClassName: 'nginx' }).split('\n')).toHaveLength(3);
  });
});
