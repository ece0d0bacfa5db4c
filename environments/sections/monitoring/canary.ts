import type { Mistake } from '../../../constructs/core';
import { CANARY_CONTAINER, canaryMistakes, type LogExclusion, type Route } from '../../../constructs/fluentd';
import { wellFormed } from '../../values';
import { monitoring } from './monitoring';

/** What the logs of a canary meet, as far as it is well formed. */
interface CanaryPlace {
  readonly agentsNamespace?: string;
  readonly routes?: readonly Route[];
  readonly exclude?: LogExclusion;
}

/** What is wrong with the place of a canary: its logs would not arrive however well everything is. */
export function canaryPlaceMistakes(input: unknown, { agentsNamespace, routes, exclude }: CanaryPlace): Mistake[] {
  const canary = input !== undefined && wellFormed(monitoring, input).canary;
  if (!canary || !agentsNamespace || !routes) return [];
  return canaryMistakes({ namespace: agentsNamespace, container: CANARY_CONTAINER }, { routes, exclude }).map(
    ({ message }) => ({ path: ['monitoring', 'canary'], message }),
  );
}
