import { expect, test } from 'vitest';

import {
  type ElasticsearchOutputProps,
  elasticsearchOutput,
} from '../../../../constructs/fluentd/outputs/elasticsearch';

const ELASTICSEARCH = { url: 'https://elasticsearch.logging.svc:9200', majorVersion: 9 };

const output = (props: Partial<ElasticsearchOutputProps> = {}) =>
  elasticsearchOutput({
    elasticsearch: ELASTICSEARCH,
    version: '9.5.0',
    credentials: {},
    own: { namespace: 'agents', name: 'edge' },
    bufferSize: '2Gi',
    memory: '512Mi',
    ...props,
  });

const directives = (props?: Partial<ElasticsearchOutputProps>) =>
  output(props).directives(() => {
    throw new Error('nothing is behind an output');
  });

test('events go to the data streams of their routes, with the API of the version', () => {
  expect(directives()[0]?.params).toMatchObject({
    '@type': 'elasticsearch_bulk',
    data_stream: 'logs-${tag}-default',
    compatible_with: 9,
    ca_file: '/fluentd/tls/ca.crt',
  });
  const elasticsearch = { ...ELASTICSEARCH, majorVersion: 8, authority: 'public' } as const;
  const params = directives({ elasticsearch, version: '8.19.8' })[0]?.params;
  expect(params).toMatchObject({ compatible_with: 8 });
  expect(params).not.toHaveProperty('ca_file');
});

test('a chunk of the buffer has one route', () => {
  expect(directives()[0]?.children).toMatchObject([
    { name: 'buffer', argument: 'tag', params: { chunk_limit_size: '8m', total_limit_size: '2g' } },
  ]);
});

test('it needs a user, the way to the cluster and the labels of its clients', () => {
  const { env, egress, podLabels, secrets } = output({
    elasticsearch: { ...ELASTICSEARCH, clientLabels: { 'elasticsearch-client': 'true' } },
  }).footprint();
  expect(env?.map(({ name, valueFrom }) => [name, valueFrom?.secretKeyRef?.name])).toEqual([
    ['ELASTICSEARCH_USERNAME', 'edge-credentials'],
    ['ELASTICSEARCH_PASSWORD', 'edge-credentials'],
  ]);
  expect(egress?.flatMap(({ ports = [] }) => ports.map(({ port }) => port?.value))).toEqual([53, 53, 5353, 5353, 9200]);
  expect(podLabels).toEqual({ 'elasticsearch-client': 'true' });
  expect(secrets?.map(({ name, namespace }) => [name, namespace])).toEqual([['edge-credentials', 'agents']]);
});

test.each([{ credentials: { secretName: 'writer' } }, { apiKey: { secretName: 'cloud' } }])(
  'with %j no user is made',
  (credentials) => {
    expect(output({ credentials }).footprint().secrets).toEqual([]);
  },
);

test('fails with all mistakes at once', () => {
  const elasticsearch = { url: 'nowhere', majorVersion: 8 };
  const credentials = { credentials: { secretName: 'a' }, apiKey: { secretName: 'b' } };
  const mistakes = output({ elasticsearch, credentials, bufferSize: '1Mi', memory: '1Mi' }).mistakes();
  expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
    'bufferSize',
    'memory',
    'elasticsearch.url',
    'version',
    'existingSecrets',
  ]);
});
