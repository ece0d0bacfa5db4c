import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { Elasticsearch, provisionerRole, type S3StorageProps } from '../../../constructs/elasticsearch';

const storage: S3StorageProps = { endpoint: 'https://minio.storage.svc:9000', secretName: 'snapshot-keys' };

/** Whatever is rendered. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into objects of every kind
type Rendered = any;

function synth(s3Storage?: S3StorageProps) {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'logging', disableResourceNameHashes: true });
  new Elasticsearch(chart, 'it', {
    nodeSets: [{ name: 'all', roles: ['master', 'data'], replicas: 1, memory: '2Gi', cpu: '1', storage: '10Gi' }],
    s3Storage,
  });
  const objects: Rendered[] = Testing.synth(chart);
  const find = (kind: string, name: string) =>
    objects.find((object) => object.kind === kind && object.metadata.name === name);
  return {
    settings: parse(find('ConfigMap', 'elasticsearch-all').data['elasticsearch.yml']),
    script: find('ConfigMap', 'elasticsearch-scripts').data['prepare.sh'] as string,
    pod: find('StatefulSet', 'elasticsearch-all').spec.template.spec,
    egress: find('NetworkPolicy', 'elasticsearch').spec.egress,
  };
}

test('without object storage there is no key, and no way out', () => {
  const { settings, script, pod, egress } = synth();
  expect(Object.keys(settings).filter((key) => key.startsWith('s3.'))).toEqual([]);
  expect(script).not.toContain('keystore');
  expect(pod.volumes.map(({ name }: Rendered) => name)).not.toContain('s3');
  expect(egress).toHaveLength(2);
});

test('the client of object storage is a setting, its keys are in the keystore alone', () => {
  const { settings, script, pod } = synth(storage);
  expect(settings).toMatchObject({
    's3.client.default.endpoint': 'https://minio.storage.svc:9000',
    's3.client.default.region': 'us-east-1',
    's3.client.default.path_style_access': true,
  });
  expect(script).toContain('elasticsearch-keystore create');
  expect(script).toContain('add --stdin "s3.client.default.$key" < "/mnt/s3/$key"');
  expect(pod.volumes).toContainEqual({ name: 's3', secret: { secretName: 'snapshot-keys', defaultMode: 0o440 } });
  // Only the container that writes the keystore sees the keys.
  expect(pod.initContainers[0].volumeMounts).toContainEqual({ name: 's3', mountPath: '/mnt/s3', readOnly: true });
  expect(pod.containers[0].volumeMounts.map(({ name }: Rendered) => name)).not.toContain('s3');
  expect(pod.initContainers[0].resources.limits.memory).toBe('256Mi');
});

test('Amazon is addressed by the host name of the bucket', () => {
  const { settings } = synth({ ...storage, endpoint: 'https://s3.eu-central-1.amazonaws.com', region: 'eu-central-1' });
  expect(settings).toMatchObject({
    's3.client.default.region': 'eu-central-1',
    's3.client.default.path_style_access': false,
  });
});

test.each([
  ['https://minio.storage.svc:9000', 9000],
  ['https://s3.eu-central-1.amazonaws.com', 443],
])('pods may reach the port of %s', (endpoint, port) => {
  expect(synth({ ...storage, endpoint }).egress.at(-1)).toEqual({ ports: [{ port, protocol: 'TCP' }] });
});

test.each(['http://minio.storage.svc:9000', 'minio'])('fails when keys would go to %s', (endpoint) => {
  expect(() => synth({ ...storage, endpoint })).toThrow(
    `[test/it] s3Storage.endpoint must start with https://, since keys and logs are sent to it, got '${endpoint}'; correct it`,
  );
});

test('who applies snapshot policies may take snapshots; nobody else may', () => {
  expect(provisionerRole(['kubernetes'], { snapshots: true }).cluster).toEqual([
    'manage_ilm',
    'manage_index_templates',
    'manage_slm',
    'monitor',
    'cluster:admin/snapshot/*',
    'cluster:admin/repository/*',
  ]);
  expect(provisionerRole(['kubernetes']).cluster).toEqual([
    'manage_ilm',
    'manage_index_templates',
    'manage_slm',
    'monitor',
  ]);
});
