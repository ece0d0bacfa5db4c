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

test('the pod meets PodSecurity restricted and is let in by the cluster', () => {
  const { metadata, spec } = setUp().job.spec.template;
  expect(metadata.labels).toMatchObject({ 'elasticsearch-client': 'true' });
  expect(spec).toMatchObject({
    automountServiceAccountToken: false,
    restartPolicy: 'Never',
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        image: 'docker.elastic.co/elasticsearch/elasticsearch:9.5.0',
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
        },
      },
    ],
  });
});

test('the version of the image can be chosen', () => {
  const [container] = setUp({ version: '8.19.8' }).job.spec.template.spec.containers;
  expect(container.image).toBe('docker.elastic.co/elasticsearch/elasticsearch:8.19.8');
});

test('the pod reaches Elasticsearch and DNS only', () => {
  expect(setUp().find('NetworkPolicy').spec).toMatchObject({
    policyTypes: ['Ingress', 'Egress'],
    egress: [
      {
        to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'logging' } } }],
        ports: [{ port: 9200, protocol: 'TCP' }],
      },
      {
        ports: [
          { port: 53, protocol: 'TCP' },
          { port: 53, protocol: 'UDP' },
        ],
      },
    ],
  });
});

test('an Elasticsearch outside of Kubernetes is reached anywhere at its port', () => {
  const outside = { url: 'https://search.example.com', majorVersion: 9 };
  expect(setUp({ elasticsearch: outside }).find('NetworkPolicy').spec.egress[0]).toEqual({
    ports: [{ port: 443, protocol: 'TCP' }],
  });
});

test('the Secrets of the job', () => {
  expect(setUp().provisioner.secrets).toMatchObject([
    { kind: 'credentials', name: 'provisioner-credentials', namespace: 'logging', username: 'provisioner' },
    { kind: 'tls', name: 'provisioner-tls', namespace: 'logging', authority: 'http', dnsNames: ['provisioner'] },
  ]);
});

test('the job mounts what it lists', () => {
  const objects = setUp().job.spec.template.spec.volumes.find(({ name }: Manifest) => name === 'objects');
  expect(objects.projected.sources).toEqual([
    { configMap: { name: 'provisioner', items: [{ key: 'requests.txt', path: 'requests.txt' }] } },
    { configMap: { name: 'ilm-policy-standard', items: [{ key: 'policy.json', path: 'ilm-policy-standard.json' }] } },
    { configMap: { name: 'index-template-logs', items: [{ key: 'template.json', path: 'index-template-logs.json' }] } },
  ]);
});

test('the job can wait longer', () => {
  const { spec } = setUp({ deadlineSeconds: 60 }).job;
  expect(spec.activeDeadlineSeconds).toBe(360);
  expect(spec.template.spec.containers[0].env).toContainEqual({ name: 'DEADLINE_SECONDS', value: '60' });
});
