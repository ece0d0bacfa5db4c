import type { Mistake } from '../../../constructs/core';
import {
  bufferParts,
  eventMistakes,
  memoryMistakes,
  type NamedOutput,
  optionMistakes,
  outputsOf,
  type Route,
  STACK_OUTPUT,
  type Treatment,
} from '../../../constructs/fluentd';
import { onePerKey, wellFormed } from '../../values';
import { collector } from './collector';

/** What the bounds of events are compared with. */
const sizes = collector.pick({ bufferSize: true, memory: true, limits: true }).strip();

/** What the collector is compared with, as far as it is well formed. */
interface AroundCollector {
  readonly routes?: readonly Route[];
  readonly outputs?: readonly NamedOutput[];
  readonly treatments?: readonly Treatment[];

  /** Whether aggregators have the outputs, and the parts of a buffer that routes and outputs have. */
  readonly isAggregated?: boolean;
}

/** Mistakes between well-formed values of the collector, and in texts that its construct checks. */
export function collectorMistakes(input: unknown, around: AroundCollector = {}): Mistake[] {
  const { routes = [], outputs = [], treatments = [], isAggregated = false } = around;
  const { cpuLimit, memoryRequest, ...options } = wellFormed(collector, input);
  const given = {
    ...options,
    routes,
    outputs,
    treatments,
    // Without what they are compared with they cannot be wrong.
    ...(options.cpu && { cpuLimit }),
    ...(options.memory && { memoryRequest }),
    lossBudget: options.bufferSize && options.lossBudget?.rate ? options.lossBudget : undefined,
  };
  const malformed = (collector.safeParse(input).error?.issues ?? []).flatMap(onePerKey).map(({ path }) => path);
  const further = optionMistakes(given, isAggregated).filter(
    ({ path }) => !malformed.some((other) => areRelated(path, other)),
  );
  const ofSizes = isAggregated ? sizeMistakes(input, [], []) : sizeMistakes(input, routes, outputs);
  return [...ofSizes, ...further].map(({ path, message }) => ({
    path: ['fluentd', ...path],
    message,
  }));
}

/** Whether one of two paths goes on where the other ends: they are about one mistake. */
function areRelated(one: Mistake['path'], other: Mistake['path']): boolean {
  return one.every((key, index) => index >= other.length || key === other[index]);
}

function sizeMistakes(input: unknown, routes: readonly Route[], outputs: readonly NamedOutput[]): Mistake[] {
  const { data } = sizes.safeParse(input);
  if (!data) return [];

  const { bufferSize, memory, limits } = data;
  const parts = bufferParts([...routes, ...outputs]);
  const hasStack = routes.length === 0 || routes.some((route) => outputsOf(route).includes(STACK_OUTPUT));
  return [...eventMistakes(limits), ...memoryMistakes(bufferSize, memory, limits, parts, hasStack)].map((message) => ({
    path: [],
    message,
  }));
}
