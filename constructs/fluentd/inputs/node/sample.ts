import { countMistakes, type Mistake, mistakeIn } from '../../../core';
import { source } from '../../plugins';
import type { InputKind } from '../kind';

/** Events that are made up, the same again and again: to try routes and treatments, or how much a cluster takes. */
export interface SampleInput {
  /**
   * The events, in turn. One with `message` is like a line of a container; fields besides are below `json`.
   *
   * @default [{ message: 'sample' }]
   */
  readonly events?: readonly Readonly<Record<string, unknown>>[];

  /**
   * Events a second of each Fluentd.
   *
   * @default 1
   */
  readonly perSecond?: number;
}

/** @see https://docs.fluentd.org/input/sample */
export const SAMPLE: InputKind<SampleInput> = {
  tiers: ['node', 'aggregator'],
  mistakes: ({ events, perSecond = 1 }): Mistake[] => [
    ...mistakeIn(['events'], events?.length !== 0, 'at least one event', events, 'write one, or leave it out'),
    ...countMistakes(['perSecond'], perSecond, 100_000, 'change it'),
  ],
  footprint: () => ({}),
  parts: ({ events = [{ message: 'sample' }], perSecond = 1 }, { name, id, label }) => ({
    sources: [
      source.sample({
        '@id': id,
        '@label': label,
        tag: name,
        sample: JSON.stringify(events),
        rate: perSecond,
      }),
    ],
  }),
};
