import type { SecretReference } from '../../core';

/** What a node agent needs to know of an aggregator to send to it. The key `ca.crt` of its own certificate's Secret must be the authority of the aggregator's. */
export interface AggregatorEndpoint {
  /** Name of the aggregator. */
  readonly name: string;

  /** Name that stands for the addresses of all pods, e.g. `fluentd-aggregator.logging.svc`. */
  readonly host: string;

  /** Port of every pod. */
  readonly port: number;

  /** Namespace of the pods. */
  readonly namespace: string;

  /** Labels of the pods. */
  readonly podLabels: Readonly<Record<string, string>>;

  /** Labels that the pods of a sender must carry, so that the network policy of the aggregator lets them in. */
  readonly clientLabels: Readonly<Record<string, string>>;

  /** What both know, in the key `shared_key`; looked for in the namespace of each sender. */
  readonly sharedKey: SecretReference<'shared_key'>;

  /** Whether the Secret of the shared key exists, so that none is made for a sender. */
  readonly hasSharedKey: boolean;
}

/** Port on which an aggregator listens to agents; the one of Fluentd's protocol. */
export const FORWARD_PORT = 24224;

/** Labels of the pods that may send to the aggregator `name`. */
export function senderLabels(name: string): Record<string, string> {
  return { [`${name}-client`]: 'true' };
}
