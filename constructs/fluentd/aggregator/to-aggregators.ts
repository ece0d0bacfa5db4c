import { k8s } from 'cdk8s-plus-28';

import {
  clientEgress,
  dnsPortMistakes,
  type ElasticsearchEndpoint,
  type MemoryQuantity,
  secretVariable,
  toBytes,
} from '../../core';
import type { Installation } from '../installation';
import { type EventLimits, FLUSH_THREADS, fluentdSize, withDefaults } from '../limits';
import type { Output } from '../outputs/output';
import { ENV, PATHS } from '../paths';
import { match } from '../plugins';
import { rubyFiles } from '../ruby/required';
import { sharedKeySecret } from '../secrets';
import type { AggregatorEndpoint } from './endpoint';

/** How a node agent reaches its aggregator, and what it holds while it cannot. */
export interface ToAggregatorsProps {
  /** The aggregator. */
  readonly aggregator: AggregatorEndpoint;

  /** The cluster, whose client the agent would be otherwise. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** The agent. */
  readonly own: Installation;

  /** Disk of a node that events may take while no aggregator takes them. */
  readonly bufferSize: MemoryQuantity;

  /**
   * Bounds of an event and of what is held.
   *
   * @default - those of `EventLimits`
   */
  readonly limits?: EventLimits;

  /**
   * Ports on which DNS answers the pods.
   *
   * @default [53, 5353]
   */
  readonly dnsPorts?: readonly number[];
}

/** Smallest chunk: what an agent sends at a time, and an aggregator holds of each of them. */
const SMALLEST_CHUNK = 2 * 2 ** 20;

/** Size of a chunk: two of the largest events, since aggregators hold one of every agent that sends. In KiB. */
function chunkKib(limits?: EventLimits): number {
  return Math.max(SMALLEST_CHUNK, 2 * toBytes(withDefaults(limits).eventSize)) / 2 ** 10;
}

/** Sends events to any pod of the aggregator, as they were read, and keeps them until one has them in its buffer. */
export function toAggregators(props: ToAggregatorsProps): Output {
  const { aggregator, own, bufferSize, limits, dnsPorts, elasticsearch } = props;
  const { host, port, namespace, podLabels, clientLabels, sharedKey, hasSharedKey } = aggregator;
  const [dns] = clientEgress(elasticsearch, dnsPorts);
  const chunk = chunkKib(limits);
  const least = Math.ceil(((FLUSH_THREADS + 1) * chunk) / 2 ** 10);
  return {
    label: '@LOGS',
    comment: 'Logs as they were read; aggregators treat and store them',
    mistakes: () => [
      ...dnsPortMistakes(dnsPorts),
      ...(toBytes(bufferSize) >= least * 2 ** 20
        ? []
        : [
            `bufferSize must be at least ${least}Mi (a chunk for each of ${FLUSH_THREADS} threads and one that fills), got ${bufferSize}; raise it`,
          ]),
    ],
    footprint: () => ({
      env: [secretVariable(ENV.sharedKey, sharedKey, 'shared_key')],
      egress: [
        ...(dns ? [dns] : []),
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
              podSelector: { matchLabels: { ...podLabels } },
            },
          ],
          ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) }],
        },
      ],
      podLabels: clientLabels,
      secrets: hasSharedKey ? [] : [sharedKeySecret(aggregator.name, own)],
      rubyFiles: rubyFiles('out_forward_logs'),
    }),
    directives: () => [
      match.forwardLogs('**', {
        '@id': 'aggregators',
        servers: [`${host}:${port}`],
        self_hostname: { env: ENV.pod },
        shared_key: { env: ENV.sharedKey },
        ca_file: `${PATHS.tls}/ca.crt`,
        buffer: {
          chunk_keys: ['tag'],
          '@type': 'file',
          path: `${PATHS.state}/buffer/aggregators`,
          chunk_limit_size: `${chunk}k`,
          total_limit_size: fluentdSize(bufferSize),
          flush_interval: '5s',
          flush_thread_count: FLUSH_THREADS,
          retry_forever: true,
          retry_max_interval: '30s',
          // The input stops reading while the buffer is full.
          overflow_action: 'throw_exception',
        },
      }),
    ],
  };
}
