import { certificateMistakes, type MemoryQuantity, type Mistake, placeOf, referenceMistakes } from '../../core';
import { kindOf } from '../inputs/kinds';
import type { LogInput } from '../inputs/log-input';
import type { Installation } from '../installation';
import { memoryMistakes } from '../limit-mistakes';
import { bufferParts, type EventLimits } from '../limits';
import { abnormalMistakes } from '../monitoring/abnormal';
import { imageMistakes } from '../pod/image';
import { podMistakes } from '../pod/pod-options';
import { resourceMistakes } from '../pod/resources';
import type { AggregatorExistingSecrets } from '../secrets';
import type { FluentdAggregatorProps } from './props';
import { largest, scalingMistakes } from './scaling';
import { bufferOf, DEFAULT_STORAGE, storageMistakes } from './storage';

/** Longest name, so that a StatefulSet may add a hash to it in a label (63 characters). */
const NAME = /^[a-z]([-a-z0-9]{0,50}[a-z0-9])?$/;

/** What is checked: the props, with their defaults. */
export interface CheckedProps extends FluentdAggregatorProps {
  /** Most memory of a pod. */
  readonly memory: MemoryQuantity;
  /** Volume of each pod. */
  readonly storage: MemoryQuantity;
  /** Secrets that exist already; empty if there are none. */
  readonly existingSecrets: AggregatorExistingSecrets;

  /** The StatefulSet. */
  readonly own: Installation;
}

/** What is wrong with how many pods there are, what they request and their volumes. */
export function aggregatorSizeMistakes(
  options: Pick<FluentdAggregatorProps, 'replicas' | 'autoscaling' | 'cpu' | 'memory' | 'storage'>,
  limits?: EventLimits,
  parts: readonly MemoryQuantity[] = [],
): Mistake[] {
  const { storage = DEFAULT_STORAGE, memory = '1Gi' } = options;
  const ofStorage = storageMistakes(storage, limits, parts);
  const ofMemory = memoryMistakes(bufferOf(storage, limits), memory, limits, parts)
    .filter((mistake) => mistake.startsWith('memory '))
    .map((mistake) => ({ path: ['memory'], message: mistake.replace('memory ', '') }));
  return [...scalingMistakes(options), ...ofStorage, ...ofMemory];
}

/** What is wrong with inputs of which several pods would read the same; paths begin with the position of one. */
export function onceMistakes(
  inputs: readonly LogInput[],
  pods: Pick<FluentdAggregatorProps, 'replicas' | 'autoscaling'>,
  remedy: string,
): Mistake[] {
  const most = largest(pods);
  return inputs.flatMap((input, index) => {
    const { name, kind } = kindOf(input) ?? {};
    if (name === undefined || !kind?.once || most <= 1) return [];
    return [{ path: [index, name], message: `must run once, got ${most} pods; ${remedy}` }];
  });
}

/**
 * What is wrong with the props of an aggregator.
 *
 * @param ofPipeline what is wrong with its pipeline
 * @returns one sentence per mistake, for `refuse`
 */
export function aggregatorMistakes(props: CheckedProps, ofPipeline: readonly string[]): string[] {
  const { own, existingSecrets, elasticsearch, pod, image, abnormal, storage, limits, additions } = props;
  const { agentNamespaces = [], inputs = [] } = props;
  const ofStorage = storageMistakes(storage, limits, bufferParts([...props.routes, ...(props.outputs ?? [])]));
  return [
    ...(own.namespace ? [] : ['the chart must have a namespace, since certificates contain it, got none; set it']),
    ...(NAME.test(own.name)
      ? []
      : [
          `name must be a DNS label (a-z, 0-9 and -, at most 52 characters), got ${JSON.stringify(own.name)}; change it`,
        ]),
    ...(agentNamespaces.length + inputs.length + (additions?.sources?.length ?? 0) > 0
      ? []
      : ['agentNamespaces must name a namespace if there are no inputs, got none; add one']),
    ...onceMistakes(inputs, props, 'say replicas: 1, or give it an aggregator of its own').map(
      ({ path, message }) => `${placeOf(['inputs', ...path])} ${message}`,
    ),
    // The buffer is what the volume leaves: one mistake is enough.
    ...ofPipeline.filter((mistake) => ofStorage.length === 0 || !mistake.startsWith('bufferSize ')),
    ...[
      ...scalingMistakes(props),
      ...ofStorage,
      ...abnormalMistakes(abnormal ?? {}).map(({ path, message }) => ({ path: ['abnormal', ...path], message })),
      ...resourceMistakes(props),
      ...imageMistakes(image),
      ...podMistakes(pod, elasticsearch.clientLabels),
    ].map(({ path, message }) => `${placeOf(path)} ${message}`),
    ...referenceMistakes('existingSecrets.redaction', existingSecrets.redaction, ['key']),
    ...referenceMistakes('existingSecrets.sharedKey', existingSecrets.sharedKey, ['shared_key']),
    ...certificateMistakes('existingSecrets.tls', existingSecrets.tls, elasticsearch.authority),
  ];
}
