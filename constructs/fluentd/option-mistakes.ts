import type { Mistake } from '../core';
import { exclusionMistakes } from './inputs/exclusion';
import { DEFAULT_BUFFER_SIZE } from './limits';
import { abnormalMistakes } from './monitoring/abnormal';
import { isByLabels } from './pipeline/by-labels';
import { podMetadataMistakes } from './pipeline/pod-metadata';
import { imageMistakes } from './pod/image';
import { lossMistakes } from './pod/loss-bound';
import { podMistakes } from './pod/pod-options';
import { quotaMistakes, resourceMistakes } from './pod/resources';
import { updateMistakes } from './pod/rollout';
import { bufferVolumeMistakes } from './pod/state-volume';
import type { FluentdProps } from './props';

/** The options of a `Fluentd` that can be wrong by themselves, and the cluster, if it is known. */
export type FluentdOptions = Partial<Omit<FluentdProps, 'existingSecrets'>>;

/**
 * Every mistake in options that are checked where they are: in the props of the construct, or in an environment.
 *
 * @param isAggregated whether aggregators have the outputs
 */
export function optionMistakes(options: FluentdOptions, isAggregated = options.aggregator !== undefined): Mistake[] {
  const { abnormal, exclude, routes = [], image, pod, bufferVolume, updateStrategy, resourceQuota } = options;
  return [
    ...abnormalMistakes(abnormal ?? {}).map(({ path, message }) => ({ path: ['abnormal', ...path], message })),
    ...exclusionMistakes(exclude, routes),
    ...(options.podMetadata ? podMetadataMistakes(options.podMetadata, isByLabels(options)) : []),
    ...resourceMistakes(options),
    ...imageMistakes(image),
    ...podMistakes(pod, options.elasticsearch?.clientLabels),
    ...bufferVolumeMistakes(bufferVolume),
    ...updateMistakes(updateStrategy),
    ...quotaMistakes(resourceQuota),
    ...lossMistakes(options.lossBudget, options.bufferSize ?? DEFAULT_BUFFER_SIZE, options.outputs, isAggregated),
  ];
}
