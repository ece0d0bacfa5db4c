import { expect, test } from 'vitest';

import {
  type ElasticsearchOutputProps,
  elasticsearchOutput,
} from '../../../../constructs/fluentd/outputs/elasticsearch';

const ELASTICSEARCH = { url: 'https://elasticsearch.logging.svc:9200', majorVersion: 9 };

const output = (props: Partial<ElasticsearchOutputProps> = {}) =>
  elasticsearchOutput({
    routes: [],
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

test('a route with a buffer of its own has an output of its own, before that of all others', () => {
  const routes = [{ name: 'shop', namespaces: ['shop'], bufferSize: '512Mi' } as const, { name: 'cluster' }];
  expect(
    directives({ routes }).map(({ argument, params, children }) => ({
      argument,
      id: params?.['@id'],
      ...children?.[0]?.params,
    })),
  ).toMatchObject([
    {
      argument: 'shop',
      id: 'elasticsearch-shop',
      path: '/var/lib/fluentd/buffer/routes/shop',
      total_limit_size: '512m',
      flush_thread_count: 1,
    },
    {
      argument: '**',
      id: 'elasticsearch',
      path: '/var/lib/fluentd/buffer/elasticsearch-bulk',
      total_limit_size: '1572864k',
      flush_thread_count: 2,
    },
  ]);
});

test('fails when buffers of routes leave too little disk or memory', () => {
  const routes = (['512Mi', '1530Mi'] as const).map((bufferSize, index) => ({ name: `r${index}`, bufferSize }));
  expect(output({ routes, memory: '400Mi' }).mistakes()).toEqual([
    'bufferSize must be at least 24Mi (a chunk of 8Mi for each of 2 threads and one that fills) besides the 2 parts of routes and outputs, got 2Gi; raise it',
    'memory must be at least 416Mi (192Mi, 6 copies of a chunk of 8Mi for each of 2 threads and the 2 parts of routes and outputs, and 32Mi of held events), got 400Mi; raise it',
  ]);
});
