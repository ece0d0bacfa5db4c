import { k8s } from 'cdk8s-plus-28';
import { expect, test } from 'vitest';

import { clientEgress, dnsPortMistakes, endpointMistakes } from '../../../constructs/core';

const url = 'https://elasticsearch.logging.svc:9200';

test('an endpoint over TLS of the same major version has no mistake', () => {
  expect(endpointMistakes({ url, majorVersion: 9 }, 9)).toEqual([]);
});

test('fails when the endpoint has no TLS', () => {
  expect(endpointMistakes({ url: 'http://elasticsearch.logging.svc:9200', majorVersion: 9 }, 9)).toEqual([
    'elasticsearch.url must start with https://, got "http://elasticsearch.logging.svc:9200"; clients send passwords and tokens',
  ]);
});

test('fails when the endpoint is no URL', () => {
  expect(endpointMistakes({ url: 'elasticsearch:9200', majorVersion: 9 }, 9)).toEqual([
    'elasticsearch.url must start with https://, got "elasticsearch:9200"; clients send passwords and tokens',
  ]);
});

test('fails when the major versions differ', () => {
  expect(endpointMistakes({ url, majorVersion: 8 }, 9)).toEqual([
    'version must have the major version of elasticsearch (8), got 9; choose a version 8.x',
  ]);
});

test('fails with every mistake at once', () => {
  expect(endpointMistakes({ url: '', majorVersion: 8 }, 9)).toEqual([
    'elasticsearch.url must start with https://, got ""; clients send passwords and tokens',
    'version must have the major version of elasticsearch (8), got 9; choose a version 8.x',
  ]);
});

test('a client may resolve names, wherever the name server is', () => {
  expect(clientEgress({ url, majorVersion: 9 })[0]).toEqual({
    ports: [
      { protocol: 'UDP', port: k8s.IntOrString.fromNumber(53) },
      { protocol: 'TCP', port: k8s.IntOrString.fromNumber(53) },
      { protocol: 'UDP', port: k8s.IntOrString.fromNumber(5353) },
      { protocol: 'TCP', port: k8s.IntOrString.fromNumber(5353) },
    ],
  });
});

test('a cluster whose DNS has a port of its own', () => {
  const [dns] = clientEgress({ url, majorVersion: 9 }, [1053]);
  expect(dns?.ports?.map(({ protocol, port }) => `${protocol} ${port?.value}`)).toEqual(['UDP 1053', 'TCP 1053']);
});

test('fails when there is no port for DNS, or one that is none', () => {
  expect(dnsPortMistakes(undefined)).toEqual([]);
  expect(dnsPortMistakes([53, 65_535])).toEqual([]);
  expect(dnsPortMistakes([])).toEqual([
    'dnsPorts must not be empty, got [], without which no name is resolved; write [53]',
  ]);
  expect(dnsPortMistakes([0, 65_536])).toEqual([
    'dnsPorts must be ports (1 to 65535), got 0; write for example [53, 5353]',
    'dnsPorts must be ports (1 to 65535), got 65536; write for example [53, 5353]',
  ]);
});

test.each(['https://elasticsearch.logging.svc:9200', 'https://elasticsearch.logging.svc.cluster.local:9200'])(
  '%s opens the port in the namespace of the Service alone',
  (service) => {
    expect(clientEgress({ url: service, majorVersion: 9 })[1]).toEqual({
      ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(9200) }],
      to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'logging' } } }],
    });
  },
);

test.each([
  ['https://logs.example.com:9243', 9243],
  ['https://logs.example.com', 443],
  ['https://logs.svc.example.com', 443],
])('%s, outside of the cluster, opens port %d to everywhere', (external, port) => {
  expect(clientEgress({ url: external, majorVersion: 9 })[1]).toEqual({
    ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) }],
  });
});
