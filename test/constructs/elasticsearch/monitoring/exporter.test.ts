import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import { ElasticsearchExporter, type ElasticsearchExporterProps } from '../../../../constructs/elasticsearch';

const ELASTICSEARCH = {
  url: 'https://elasticsearch.logging.svc:9200',
  majorVersion: 9,
  clientLabels: { 'elasticsearch-client': 'true' },
};

function exporter(props: Partial<ElasticsearchExporterProps> = {}, namespace: string | undefined = 'logging') {
  const chart = new Chart(Testing.app(), 'chart', { namespace, disableResourceNameHashes: true });
  const construct = new ElasticsearchExporter(chart, 'exporter', { elasticsearch: ELASTICSEARCH, ...props });
  const objects = Testing.synth(chart);
  // biome-ignore lint/suspicious/noExplicitAny: manifests of many kinds
  const of = (kind: string): any => objects.find((object) => object.kind === kind);
  const pod = of('Deployment').spec.template;
  return { construct, of, pod, container: pod.spec.containers[0] };
}

test('one restricted pod asks all nodes over TLS, and serves over TLS', () => {
  const { of, pod, container } = exporter();
  expect(container).toMatchObject({
    image: 'quay.io/prometheuscommunity/elasticsearch-exporter:v1.11.0',
    args: [
      '--es.uri=https://elasticsearch.logging.svc:9200',
      '--es.ca=/mnt/tls/ca.crt',
      '--es.all',
      '--collector.health-report',
      '--collector.ilm',
      '--collector.data-stream',
      '--web.config.file=/mnt/config/web.yml',
      '--log.format=json',
    ],
    env: [
      {
        name: 'ES_USERNAME',
        valueFrom: { secretKeyRef: { name: 'elasticsearch-exporter-credentials', key: 'username' } },
      },
      {
        name: 'ES_PASSWORD',
        valueFrom: { secretKeyRef: { name: 'elasticsearch-exporter-credentials', key: 'password' } },
      },
    ],
    ports: [{ name: 'metrics', containerPort: 9114 }],
    readinessProbe: { httpGet: { path: '/healthz', port: 'metrics', scheme: 'HTTPS' } },
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
  });
  expect(pod.spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 65534 });
  expect(pod.spec.volumes).toEqual([
    { name: 'config', configMap: { name: 'elasticsearch-exporter' } },
    { name: 'tls', secret: { secretName: 'elasticsearch-exporter-tls' } },
  ]);
  expect(pod.metadata.labels).toMatchObject({ 'elasticsearch-client': 'true' });
  expect(of('ConfigMap').data['web.yml']).toBe(
    'tls_server_config:\n  cert_file: /mnt/tls/tls.crt\n  key_file: /mnt/tls/tls.key\n',
  );
});

test('it reaches Elasticsearch and DNS, and is reached by who scrapes', () => {
  const { of } = exporter({ scraper: { namespace: 'monitoring' }, dnsPorts: [53] });
  const from = [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }];
  expect(of('NetworkPolicy').spec.ingress).toEqual([{ ports: [{ protocol: 'TCP', port: 9114 }], from }]);
  expect(of('NetworkPolicy').spec.egress).toMatchObject([
    { ports: [{ port: 53 }, { port: 53 }] },
    { ports: [{ port: 9200 }] },
  ]);
});

test('a user and a certificate are made for it, and what a monitoring must know is said', () => {
  const { construct } = exporter();
  expect(construct.secrets).toEqual([
    {
      kind: 'credentials',
      name: 'elasticsearch-exporter-credentials',
      namespace: 'logging',
      description: 'User as which elasticsearch-exporter asks Elasticsearch how it is',
      username: 'watcher',
    },
    {
      kind: 'tls',
      name: 'elasticsearch-exporter-tls',
      namespace: 'logging',
      description: 'Certificate of the metrics of elasticsearch-exporter, and the authority of Elasticsearch',
      authority: 'http',
      dnsNames: [
        'elasticsearch-exporter',
        'elasticsearch-exporter.logging',
        'elasticsearch-exporter.logging.svc',
        'elasticsearch-exporter.logging.svc.cluster.local',
      ],
    },
  ]);
  expect(construct.metrics).toEqual({
    name: 'elasticsearch-exporter',
    podLabels: {
      'app.kubernetes.io/name': 'elasticsearch-exporter',
      'app.kubernetes.io/instance': 'elasticsearch-exporter',
    },
    port: 'metrics',
    portNumber: 9114,
    serverName: 'elasticsearch-exporter',
    authoritySecretName: 'elasticsearch-exporter-tls',
  });
});

test('Secrets that exist are used: an API key, a user by name, a certificate', () => {
  const tls = { secretName: 'own-tls' };
  const withKey = exporter({ existingSecrets: { apiKey: { secretName: 'key', keys: { api_key: 'encoded' } }, tls } });
  expect(withKey.construct.secrets).toEqual([]);
  expect(withKey.container.env).toEqual([
    { name: 'ES_API_KEY', valueFrom: { secretKeyRef: { name: 'key', key: 'encoded' } } },
  ]);
  expect(withKey.construct.metrics.authoritySecretName).toBe('own-tls');

  const withUser = exporter({ existingSecrets: { credentials: { secretName: 'user', username: 'ops' } } });
  expect(withUser.construct.secrets.map(({ kind }) => kind)).toEqual(['tls']);
  expect(withUser.container.env).toEqual([
    { name: 'ES_USERNAME', value: 'ops' },
    { name: 'ES_PASSWORD', valueFrom: { secretKeyRef: { name: 'user', key: 'password' } } },
  ]);
});

test('a public authority is not named, and snapshots and annotations are there if somebody asks for them', () => {
  const { container, pod } = exporter({
    elasticsearch: { ...ELASTICSEARCH, authority: 'public' },
    snapshots: true,
    podAnnotations: { 'prometheus.io/scrape': 'true' },
    cpu: '1',
    memory: '1Gi',
  });
  expect(container.args.filter((arg: string) => /es\.ca|slm/.test(arg))).toEqual(['--collector.slm']);
  expect(pod.metadata.annotations).toMatchObject({ 'prometheus.io/scrape': 'true' });
  expect(container.resources.requests).toMatchObject({ cpu: '1', memory: '1Gi' });
});

test('fails with all mistakes at once', () => {
  expect(() =>
    exporter(
      {
        elasticsearch: { ...ELASTICSEARCH, url: 'http://elasticsearch' },
        name: 'Exporter',
        dnsPorts: [],
        existingSecrets: { tls: { secretName: 'a b' } },
      },
      '',
    ),
  ).toThrow(
    [
      '[chart/exporter] the chart must have a namespace, since certificates contain it, got none; set it',
      '[chart/exporter] name must be a DNS label (a-z, 0-9 and -, at most 47 characters), got "Exporter"; change it',
      '[chart/exporter] elasticsearch.url must start with https://, got "http://elasticsearch"; clients send passwords and tokens',
      '[chart/exporter] existingSecrets.tls.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "a b"; correct it',
      '[chart/exporter] dnsPorts must not be empty, got [], without which no name is resolved; write [53]',
    ].join('\n'),
  );
});
