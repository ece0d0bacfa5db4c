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

test('it stands alone in its label: refused events come back to the beginning', () => {
  expect(output().label).toBe('@ELASTICSEARCH');
  expect(directives().map(({ name, argument }) => [name, argument])).toEqual([['match', '**']]);
});

test('a client for version 8 asks for no media type of version 9', () => {
  expect(directives()[0]?.params).toHaveProperty('custom_headers');
  const elasticsearch = { ...ELASTICSEARCH, majorVersion: 8 };
  const [match] = directives({ elasticsearch, version: '8.19.8' });
  expect(match?.params).toMatchObject({ default_elasticsearch_version: 8 });
  expect(match?.params).not.toHaveProperty('custom_headers');
});

test('it needs a user, the way to the cluster and the labels of its clients', () => {
  const { env, egress, podLabels, secrets } = output({
    elasticsearch: { ...ELASTICSEARCH, clientLabels: { 'elasticsearch-client': 'true' } },
  }).footprint();
  expect(env?.map(({ name, valueFrom }) => [name, valueFrom?.secretKeyRef?.name])).toEqual([
    ['ELASTICSEARCH_USERNAME', 'edge-credentials'],
    ['ELASTICSEARCH_PASSWORD', 'edge-credentials'],
  ]);
  expect(egress?.flatMap(({ ports = [] }) => ports.map(({ port }) => port?.value))).toEqual([53, 53, 9200]);
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
