import { k8s } from 'cdk8s-plus-28';

import type { ElasticsearchEndpoint } from './endpoints';

/**
 * What is wrong with `endpoint` for a client of major version `clientMajor`: no TLS, or another major version.
 *
 * @returns one sentence per mistake, for `refuse`
 */
export function endpointMistakes({ url, majorVersion }: ElasticsearchEndpoint, clientMajor: number): string[] {
  return [
    ...(isHttps(url)
      ? []
      : [`elasticsearch.url must start with https://, got ${JSON.stringify(url)}; clients send passwords and tokens`]),
    ...(majorVersion === clientMajor
      ? []
      : [
          `version must have the major version of elasticsearch (${majorVersion}), got ${clientMajor}; choose a version ${majorVersion}.x`,
        ]),
  ];
}

/**
 * Egress rules of a client of `endpoint`: name resolution, and the port of Elasticsearch. A URL that ends in `.svc` or
 * `.svc.cluster.local` names a Service of this cluster; then only its namespace can be reached.
 */
export function clientEgress({ url }: ElasticsearchEndpoint): k8s.NetworkPolicyEgressRule[] {
  const { hostname, port } = new URL(url);
  const namespace = /^[^.]+\.([^.]+)\.svc(?:\.|$)/.exec(hostname)?.[1];
  return [
    // Without `to`: a DNS cache on the node has a link-local address that no namespace selector matches.
    { ports: (['UDP', 'TCP'] as const).map((protocol) => ({ protocol, port: k8s.IntOrString.fromNumber(53) })) },
    {
      ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(Number(port || 443)) }],
      ...(namespace && {
        to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }],
      }),
    },
  ];
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}
