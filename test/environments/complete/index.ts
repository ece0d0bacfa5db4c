import type { EnvironmentInput } from '../../../environments';
import { onAggregators, onOneAggregator } from './on-aggregators';
import { onNodes } from './on-nodes';

/** Environments that together use every key. */
export const COMPLETE: readonly EnvironmentInput[] = [onNodes, onAggregators, onOneAggregator];
