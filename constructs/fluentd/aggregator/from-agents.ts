import { k8s } from 'cdk8s-plus-28';

import { DNS_LABEL, followsRule, type MemoryQuantity, type SecretReference, secretVariable, toBytes } from '../../core';
import type { Input } from '../inputs/input';
import type { Installation } from '../installation';
import { CLOSING_FILE, ENV, PATHS } from '../paths';
import { source } from '../plugins';
import { rubyFiles } from '../ruby/required';
import { sharedKeySecret } from '../secrets';
import { selectionParams } from '../treatments/selection';
import type { Treatment } from '../treatments/treatment';
import { FORWARD_PORT, senderLabels } from './endpoint';

/** From whom events are taken. */
export interface FromAgentsProps {
  /** The aggregator. */
  readonly own: Installation;

  /** Namespaces of the agents. */
  readonly namespaces: readonly string[];

  /**
   * What agents and aggregator know, if it exists already.
   *
   * @default - a Secret that is made
   */
  readonly sharedKey?: SecretReference<'shared_key'>;

  /** Memory of a pod, an eighth of which may be events that arrive. */
  readonly memory: MemoryQuantity;

  /**
   * What is done to the logs of containers, and not to those of inputs alone.
   *
   * @default - nothing
   */
  readonly treatments?: readonly Treatment[];
}

/** Events of node agents, as they have read them: over TLS, from those who know the key. */
export function fromAgents({ own, namespaces, sharedKey, memory, treatments = [] }: FromAgentsProps): Input {
  const made = sharedKeySecret(own.name, own);
  return {
    mistakes: () =>
      namespaces
        .filter((namespace) => !followsRule(namespace, DNS_LABEL))
        .map(
          (namespace) =>
            `agentNamespaces must be names of namespaces, ${DNS_LABEL.bound}, got ${JSON.stringify(namespace)}; correct it`,
        ),
    footprint: () => ({
      ports: [{ name: 'forward', containerPort: FORWARD_PORT }],
      ingress: [
        {
          from: [
            {
              namespaceSelector: {
                matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [...namespaces] }],
              },
              podSelector: { matchLabels: senderLabels(own.name) },
            },
          ],
          ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(FORWARD_PORT) }],
        },
      ],
      env: [secretVariable(ENV.sharedKey, sharedKey ?? { secretName: made.name }, 'shared_key')],
      secrets: sharedKey ? [] : [made],
      rubyFiles: rubyFiles('in_forwarded_logs'),
    }),
    directives: (next) => [
      source.forwardedLogs({
        comment: 'Events of node agents',
        '@id': 'agents',
        '@label': next,
        bind: { env: ENV.pod },
        port: FORWARD_PORT,
        transport: {
          protocol: 'tls',
          cert_path: `${PATHS.tls}/tls.crt`,
          private_key_path: `${PATHS.tls}/tls.key`,
          min_version: 'TLS1_2',
          max_version: 'TLS1_3',
        },
        max_held_size: `${Math.floor(toBytes(memory) / 8 / 2 ** 10)}k`,
        closing_file: CLOSING_FILE,
        ...(treatments.length > 0 && { treatment: treatments.map(selectionParams) }),
        security: { self_hostname: { env: ENV.pod }, shared_key: { env: ENV.sharedKey } },
      }),
    ],
  };
}
