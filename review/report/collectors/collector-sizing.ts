import { BUFFER_PER_LOG } from '../../../constructs/fluentd/checks/loss-budget';
import type { KubernetesObject } from '../../manifests/kubernetes-object';
import { type Collector, findCollectors } from './find-collectors';
import { BUSY, LINE_BYTES, LINE_SECONDS, MOST_CORES, SENT } from './line-cost';

/** What collectors need for the logs that nodes write. */
export interface CollectorSizing {
  /** Lines that a node writes in a second. */
  readonly linesPerSecond: number;

  /** Nodes that write them. */
  readonly nodes: number;

  /** Without aggregators and with them. */
  readonly ways: readonly WaySizing[];

  /** How long aggregators hold logs while Elasticsearch is away, before nodes hold them. In seconds; null without aggregators. */
  readonly aggregatorsHold: number | null;

  /** What the manifests request too little of. */
  readonly warnings: readonly string[];
}

/** What one way from the nodes to Elasticsearch needs. */
export interface WaySizing {
  readonly way: 'direct' | 'over aggregators';

  /** Whether the manifests have it. */
  readonly isDeployed: boolean;

  /** Processor time that a collector on a node uses. In cores. */
  readonly agentCores: number;

  /** Pods of aggregators with a core each, one of which may be away; 0 without aggregators. */
  readonly aggregators: number;

  /** Processor time of all collectors. In cores. */
  readonly cores: number;

  /** What a collector on a node sends. In bytes per second. */
  readonly agentBytes: number;

  /** What Elasticsearch gets. In bytes per second. */
  readonly elasticsearchBytes: number;
}

/** What the logs of nodes, in bytes per second of each, ask of collectors; null if there are none among `objects`. */
export function collectorSizing(
  objects: readonly KubernetesObject[],
  bytesPerSecond: number,
  nodes: number,
): CollectorSizing | null {
  const collectors = findCollectors(objects);
  if (collectors.length === 0) return null;
  const lines = bytesPerSecond / LINE_BYTES;
  const hasAggregators = collectors.some(({ kind }) => kind === 'agent');
  const taken = lines * nodes * LINE_SECONDS.aggregator;
  const [direct, agent] = [lines * LINE_SECONDS.direct, lines * LINE_SECONDS.agent];
  const elasticsearchBytes = bytesPerSecond * nodes * SENT.toElasticsearch;
  return {
    linesPerSecond: Math.round(lines),
    nodes,
    ways: [
      {
        way: 'direct',
        isDeployed: !hasAggregators,
        agentCores: direct,
        aggregators: 0,
        cores: direct * nodes,
        agentBytes: bytesPerSecond * SENT.toElasticsearch,
        elasticsearchBytes,
      },
      {
        way: 'over aggregators',
        isDeployed: hasAggregators,
        agentCores: agent,
        aggregators: podsFor(taken, MOST_CORES),
        cores: agent * nodes + taken,
        agentBytes: bytesPerSecond * SENT.toAggregators,
        elasticsearchBytes,
      },
    ],
    aggregatorsHold: hasAggregators ? secondsHeld(collectors, ({ buffer }) => buffer, bytesPerSecond * nodes) : null,
    warnings: collectors.flatMap((collector) => warningsOf(collector, lines * LINE_SECONDS[collector.kind], taken)),
  };
}

/** Seconds of logs, of so many bytes a second, that all aggregators hold in `bytes` of each. */
export function aggregatedOutage(objects: readonly KubernetesObject[], bytes: number, bytesPerSecond: number): number {
  return secondsHeld(findCollectors(objects), () => bytes, bytesPerSecond);
}

function secondsHeld(collectors: readonly Collector[], of: (collector: Collector) => number, rate: number): number {
  const aggregators = collectors.filter(({ kind }) => kind === 'aggregator');
  const held = aggregators.reduce((sum, collector) => sum + collector.fewestPods * of(collector), 0);
  return Math.floor(held / (rate * BUFFER_PER_LOG));
}

/** Pods that are busy to 70 % with `cores` of work, and one more, so that one may be away. */
function podsFor(cores: number, each: number): number {
  return Math.ceil(cores / (BUSY * each)) + 1;
}

function warningsOf({ name, kind, cpu, pods }: Collector, onNode: number, taken: number): string[] {
  if (kind === 'aggregator') {
    const usable = Math.min(cpu, MOST_CORES);
    const needed = usable > 0 ? podsFor(taken, usable) : undefined;
    if (needed !== undefined && pods >= needed) return [];
    const remedy = needed === undefined ? 'request some' : `have ${needed}`;
    return [
      `${name} has ${pods} pods with ${shown(cpu)} cores each and needs ${shown(taken / BUSY)} cores, and a pod more; ${remedy}`,
    ];
  }
  const needed = onNode / BUSY;
  if (needed > MOST_CORES) {
    const remedy = kind === 'direct' ? 'use aggregators, or write less' : 'write less';
    return [`${name} needs ${shown(needed)} cores on a node, and one process uses at most ${MOST_CORES}; ${remedy}`];
  }
  if (cpu >= needed) return [];
  return [
    `${name} requests ${shown(cpu)} cores on each node and needs ${shown(needed)}; request ${Math.ceil(needed * 100) * 10}m`,
  ];
}

/** Cores with two digits. */
export function shown(cores: number): string {
  return String(Math.ceil(cores * 100) / 100);
}
