import { type Mistake, shown } from '../../core';
import type { LabelGlobs } from '../globs';
import type { Route } from '../routes';
import type { Selection } from '../treatments/selection';
import type { PodMetadata } from './pod-metadata';

/** What may select by labels of pods. */
export interface Selecting {
  /** Which logs go where. */
  readonly routes?: readonly Pick<Route, 'labels'>[];

  /** What is done to which logs. */
  readonly treatments?: readonly { readonly select?: Selection; readonly except?: Selection }[];
}

/** Whether anything is selected by labels of pods. */
export function isByLabels(selecting: Selecting): boolean {
  return placesOfLabels(selecting).length > 0;
}

/** Selections by labels although nothing tells them. Paths begin with `treatments` and `routes`. */
export function labelSourceMistakes(selecting: Selecting, podMetadata: PodMetadata | undefined): Mistake[] {
  if (podMetadata) return [];
  return placesOfLabels(selecting).map(([path, labels]) => ({
    path,
    message: `must stand beside podMetadata of the collector, which reads the labels of pods, got ${shown(labels)} without; add podMetadata: {} to it, or leave labels out`,
  }));
}

function placesOfLabels({ routes = [], treatments = [] }: Selecting): [Mistake['path'], LabelGlobs][] {
  return [
    ...treatments.flatMap(({ select, except }, index) => [
      ...placeIn(['treatments', index, 'select', 'labels'], select?.labels),
      ...placeIn(['treatments', index, 'except', 'labels'], except?.labels),
    ]),
    ...routes.flatMap(({ labels }, index) => placeIn(['routes', index, 'labels'], labels)),
  ];
}

function placeIn(path: Mistake['path'], labels: LabelGlobs | undefined): [Mistake['path'], LabelGlobs][] {
  return labels ? [[path, labels]] : [];
}
