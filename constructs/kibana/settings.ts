import { Yaml } from 'cdk8s';

import { PATHS, PORT } from './paths';
import { ENCRYPTION_KEYS, SERVICE_TOKEN, type SecretSetting } from './secrets';

/** A family of addresses, in the words of Kubernetes. */
export type IpFamily = 'IPv4' | 'IPv6';

/** What `kibana.yml` depends on. */
export interface SettingsInput {
  /** Base URL of Elasticsearch. */
  readonly elasticsearchUrl: string;

  /**
   * Whether Elasticsearch has a certificate of a public authority.
   *
   * @default false - the authority is mounted
   */
  readonly publicAuthority?: boolean;

  /**
   * Host name under which people reach Kibana.
   *
   * @default - none; links in notifications have no host
   */
  readonly publicHost?: string;

  /**
   * Family of the first address of the pods.
   *
   * @default 'IPv4'
   */
  readonly ipFamily?: IpFamily;
}

/**
 * Settings of Kibana, by their full names. `${X}` is replaced by Kibana itself when it starts.
 *
 * @see https://www.elastic.co/docs/reference/kibana/configuration-reference/general-settings
 */
export function settings({
  elasticsearchUrl,
  publicAuthority = false,
  publicHost,
  ipFamily = 'IPv4',
}: SettingsInput): Record<string, unknown> {
  return {
    // `::` takes connections of both families, but is none where the kernel has no IPv6.
    'server.host': ipFamily === 'IPv6' ? '::' : '0.0.0.0',
    'server.port': PORT,
    ...(publicHost && { 'server.publicBaseUrl': `https://${publicHost}` }),
    'server.ssl.enabled': true,
    'server.ssl.certificate': `${PATHS.tls}/tls.crt`,
    'server.ssl.key': `${PATHS.tls}/tls.key`,
    'elasticsearch.hosts': [elasticsearchUrl],
    ...fromEnvironment(SERVICE_TOKEN),
    ...(!publicAuthority && { 'elasticsearch.ssl.certificateAuthorities': [`${PATHS.tls}/ca.crt`] }),
    'elasticsearch.ssl.verificationMode': 'full',
    ...Object.assign({}, ...ENCRYPTION_KEYS.map(fromEnvironment)),
    // JSON, so that Kibana's own logs have fields.
    'logging.appenders.json': { type: 'console', layout: { type: 'json' } },
    'logging.root.appenders': ['json'],
    // The pods reach Elasticsearch and nothing else.
    'telemetry.optIn': false,
  };
}

/** `kibana.yml`. */
export function settingsYaml(input: SettingsInput): string {
  return Yaml.stringify(settings(input));
}

function fromEnvironment({ setting, env }: SecretSetting): Record<string, string> {
  return { [setting]: `\${${env}}` };
}
