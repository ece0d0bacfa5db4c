import { certificateMistakes, dnsPortMistakes, endpointMistakes, referenceMistakes, toBytes } from '../core';
import type { KibanaProps } from './props';
import { ENCRYPTION_KEYS } from './secrets';

/** Below it Kibana is killed while it migrates saved objects. */
const MINIMUM_MEMORY = '1Gi';

/** Longest name, so that `<name>-encryption-keys` and host names are valid. */
const NAME = /^[a-z]([-a-z0-9]{0,45}[a-z0-9])?$/;

const HOST = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)+$/;

/**
 * What is wrong with the props of an installation `name` of major version `major`.
 *
 * @returns one sentence per mistake, for `refuse`
 */
export function kibanaMistakes(props: KibanaProps, name: string, major: number): string[] {
  const { elasticsearch, replicas = 1, memory = MINIMUM_MEMORY } = props;
  return [
    ...(NAME.test(name)
      ? []
      : [`name must be a DNS label (a-z, 0-9 and -, at most 47 characters), got ${JSON.stringify(name)}; change it`]),
    ...(Number.isInteger(replicas) && replicas >= 1
      ? []
      : [`replicas must be a whole number of at least 1, got ${replicas}; raise it`]),
    ...(toBytes(memory) >= toBytes(MINIMUM_MEMORY)
      ? []
      : [`memory must be at least ${MINIMUM_MEMORY}, got ${memory}; raise it`]),
    ...ingressMistakes(props),
    ...dnsPortMistakes(props.dnsPorts),
    ...endpointMistakes(elasticsearch, major),
    ...secretMistakes(props),
  ];
}

function secretMistakes({ elasticsearch, existingSecrets = {} }: KibanaProps): string[] {
  const { serviceToken, encryptionKeys, tls } = existingSecrets;
  const settings = ENCRYPTION_KEYS.map(({ setting }) => setting);
  return [
    ...referenceMistakes('existingSecrets.serviceToken', serviceToken, ['token']),
    ...referenceMistakes('existingSecrets.encryptionKeys', encryptionKeys, settings),
    ...certificateMistakes('existingSecrets.tls', tls, elasticsearch.authority),
  ];
}

function ingressMistakes(props: KibanaProps): string[] {
  const { ingressHost } = props;
  if (ingressHost !== undefined) {
    return HOST.test(ingressHost)
      ? []
      : [
          `ingressHost must be a host name with a dot and no scheme, port or path, got ${JSON.stringify(ingressHost)}; write for example kibana.example.com`,
        ];
  }
  return (['ingressClassName', 'ingressTlsSecretName', 'ingressAnnotations'] as const)
    .filter((prop) => props[prop] !== undefined)
    .map((prop) => `${prop} must come with ingressHost, got no ingressHost; give one or leave ${prop} out`);
}
