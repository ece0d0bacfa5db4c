import { type ParsedDirective, tryParse } from '../../../constructs/fluentd/conf';
import { podSpecOf } from '../../changes/config-verdict';
import { podCount } from '../../changes/pods';
import { at, type KubernetesObject, listAt, nameOf } from '../../manifests/kubernetes-object';
import { bufferBytes } from '../buffers';
import { podRequests } from '../workload-figures';
import { type CollectorKind, collectorKind } from './collector-kind';

/** A workload that runs Fluentd, and what it does with logs. */
export interface Collector {
  /** The object. */
  readonly name: string;

  /** What it does. */
  readonly kind: CollectorKind;

  /** Processor time that each pod requests. In cores. */
  readonly cpu: number;

  /** Most pods that there are; 1 for what runs on each node. */
  readonly pods: number;

  /** Fewest pods that there are. */
  readonly fewestPods: number;

  /** Disk of each pod that logs may take. In bytes. */
  readonly buffer: number;
}

/** The workloads among `objects` that read containers' logs, or take them from those that do. */
export function findCollectors(objects: readonly KubernetesObject[]): Collector[] {
  return objects
    .filter(({ kind }) => kind === 'DaemonSet' || kind === 'StatefulSet')
    .flatMap((workload): Collector[] => {
      const directives = directivesOf(workload, objects);
      const kind = collectorKind(directives);
      if (kind === undefined) return [];
      const { cpu } = podRequests(podSpecOf(workload));
      const count = workload.kind === 'DaemonSet' ? { fewest: 1, most: 1 } : podCount(workload, objects);
      return [
        {
          name: nameOf(workload),
          kind,
          cpu,
          pods: count.most,
          fewestPods: count.fewest,
          buffer: bufferBytes(directives),
        },
      ];
    });
}

/** What a pod reads as `fluent.conf`. */
function directivesOf(workload: KubernetesObject, objects: readonly KubernetesObject[]): readonly ParsedDirective[] {
  const mounted = listAt(podSpecOf(workload), 'volumes').map((volume) => at(volume, 'configMap', 'name'));
  const texts = objects
    .filter(
      ({ kind, metadata }) =>
        kind === 'ConfigMap' && metadata.namespace === workload.metadata.namespace && mounted.includes(metadata.name),
    )
    .map((map) => at(map, 'data', 'fluent.conf'));
  return texts.flatMap((text) => (typeof text === 'string' ? (tryParse(text) ?? []) : []));
}
