import { expect, test } from 'vitest';

import { type Manifest, setUp } from './fixtures';

test('the pod meets PodSecurity restricted and is let in by the cluster', () => {
  const { metadata, spec } = setUp().job.spec.template;
  expect(metadata.labels).toMatchObject({ 'elasticsearch-client': 'true' });
  expect(spec).toMatchObject({
    automountServiceAccountToken: false,
    restartPolicy: 'Never',
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        image: 'node:24.11.1-bookworm-slim',
        command: ['node', '/mnt/program/main.js'],
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
        },
      },
    ],
  });
});

test('the pod reaches Elasticsearch and DNS only', () => {
  expect(setUp().find('NetworkPolicy').spec).toMatchObject({
    policyTypes: ['Ingress', 'Egress'],
    egress: [
      {
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 53, protocol: 'TCP' },
          { port: 5353, protocol: 'UDP' },
          { port: 5353, protocol: 'TCP' },
        ],
      },
      {
        to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'logging' } } }],
        ports: [{ port: 9200, protocol: 'TCP' }],
      },
    ],
  });
});

test('an Elasticsearch outside of Kubernetes is reached anywhere at its port', () => {
  const outside = { url: 'https://search.example.com', majorVersion: 9 };
  expect(setUp({ elasticsearch: outside }).find('NetworkPolicy').spec.egress[1]).toEqual({
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
    { configMap: { name: 'provisioner', items: [{ key: 'requests.json', path: 'requests.json' }] } },
    { configMap: { name: 'index-template-logs', items: [{ key: 'template.json', path: 'index-template-logs.json' }] } },
    { configMap: { name: 'ilm-policy-standard', items: [{ key: 'policy.json', path: 'ilm-policy-standard.json' }] } },
  ]);
});

test('the job reserves what it needs of its node', () => {
  const limits = { memory: '128Mi', 'ephemeral-storage': '512Mi' };
  const [container] = setUp().job.spec.template.spec.containers;
  expect(container.resources).toEqual({ requests: { cpu: '50m', ...limits }, limits });
});

test('the job can wait longer', () => {
  const { spec } = setUp({ deadlineSeconds: 60 }).job;
  expect(spec.activeDeadlineSeconds).toBe(360);
  expect(spec.template.spec.containers[0].env).toContainEqual({ name: 'DEADLINE_SECONDS', value: '60' });
});
