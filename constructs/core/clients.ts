import { k8s } from 'cdk8s-plus-28';

import {
  type AuthorityReference,
  referenceMistakes,
  type SecretReference,
  type UserReference,
} from './secret-references';

/** What a client needs to know of an Elasticsearch cluster to reach it; how components meet without importing each other. */
export interface ElasticsearchEndpoint {
  /** Base URL over TLS, without a path, e.g. `https://elasticsearch.logging.svc:9200`. */
  readonly url: string;

  /** Major version of the server; the client library must have the same. */
  readonly majorVersion: number;

  /**
   * Labels that a client's pods must carry, so that the network policies of the cluster let them in.
   *
   * @default - no labels; the cluster does not restrict its clients by label
   */
  readonly clientLabels?: Readonly<Record<string, string>>;

  /**
   * The authority that signed the certificate of the cluster. A Secret or ConfigMap is looked for in the namespace of each
   * client.
   *
   * @default - in the key `ca.crt` of the Secret with the client's own certificate
   */
  readonly authority?: AuthorityReference;
}

/** How a client signs in with what exists already: as a user, or with an API key. Without both, a user is made for it. */
export interface ClientCredentials {
  /**
   * The user, in the keys `username` and `password`.
   *
   * @default - a user that is made, or `apiKey`
   */
  readonly credentials?: UserReference;

  /**
   * An API key in its encoded form (base64 of `<id>:<key>`), in the key `api_key`.
   *
   * @default - `credentials`
   */
  readonly apiKey?: SecretReference<'api_key'>;
}

/** DNS, and the port of OpenShift's DNS pods: its network matches a rule after the address was translated. */
const CLIENT_DNS_PORTS: readonly number[] = [53, 5353];

/**
 * What is wrong with `endpoint` for a client of major version `clientMajor`: no TLS, another major version, or an authority
 * that cannot be.
 *
 * @returns one sentence per mistake, for `refuse`
 */
export function endpointMistakes(
  { url, majorVersion, authority }: ElasticsearchEndpoint,
  clientMajor: number,
): string[] {
  return [
    ...(isHttps(url)
      ? []
      : [`elasticsearch.url must start with https://, got ${JSON.stringify(url)}; clients send passwords and tokens`]),
    ...(majorVersion === clientMajor
      ? []
      : [
          `version must have the major version of elasticsearch (${majorVersion}), got ${clientMajor}; choose a version ${majorVersion}.x`,
        ]),
    ...(typeof authority === 'string' ? [] : referenceMistakes('elasticsearch.authority', authority, ['ca.crt'])),
  ];
}

/**
 * What is wrong with how a client signs in.
 *
 * @returns one sentence per mistake, for `refuse`
 */
export function credentialMistakes({ credentials, apiKey }: ClientCredentials): string[] {
  return [
    ...(credentials && apiKey
      ? ['existingSecrets must have either credentials or apiKey, got both; leave one of them out']
      : []),
    ...(credentials?.username === ''
      ? ['existingSecrets.credentials.username must not be empty, got ""; name the user, or leave it out']
      : []),
    ...referenceMistakes('existingSecrets.credentials', credentials, ['username', 'password']),
    ...referenceMistakes('existingSecrets.apiKey', apiKey, ['api_key']),
  ];
}

/**
 * Egress rules of a client of `endpoint`: name resolution, and the port of Elasticsearch. A URL that ends in `.svc` or
 * `.svc.cluster.local` names a Service of this cluster; then only its namespace can be reached.
 *
 * @param dnsPorts ports on which DNS answers the pods
 */
export function clientEgress(
  { url }: ElasticsearchEndpoint,
  dnsPorts: readonly number[] = CLIENT_DNS_PORTS,
): k8s.NetworkPolicyEgressRule[] {
  const { hostname, port } = new URL(url);
  return [
    // Without `to`: a DNS cache on the node has a link-local address that no namespace selector matches.
    {
      ports: dnsPorts.flatMap((port) =>
        (['UDP', 'TCP'] as const).map((protocol) => ({ protocol, port: k8s.IntOrString.fromNumber(port) })),
      ),
    },
    serverEgress(hostname, Number(port || 443)),
  ];
}

/** The way to a port of a host; in the cluster, to the namespace of the Service, or of a pod behind it, alone. */
export function serverEgress(hostname: string, port: number): k8s.NetworkPolicyEgressRule {
  const namespace = /^(?:[^.]+\.){1,2}([^.]+)\.svc(?:\.|$)/.exec(hostname)?.[1];
  return {
    ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) }],
    ...(namespace && {
      to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }],
    }),
  };
}

/**
 * What is wrong with the ports of DNS.
 *
 * @returns one sentence per mistake, for `refuse`
 */
export function dnsPortMistakes(ports: readonly number[] | undefined): string[] {
  if (ports?.length === 0) return ['dnsPorts must not be empty, got [], without which no name is resolved; write [53]'];
  return (ports ?? [])
    .filter((port) => !Number.isInteger(port) || port < 1 || port > 65_535)
    .map((port) => `dnsPorts must be ports (1 to 65535), got ${JSON.stringify(port)}; write for example [53, 5353]`);
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}
