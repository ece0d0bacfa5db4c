import { type MemoryQuantity, type Mistake, shown, type TimeValue, toBytes, toSeconds } from '../../core';
import {
  BUFFER_PER_LOG,
  KUBELET_DEFAULTS,
  LOSING_ANNOTATION,
  LOSS_ANNOTATION,
  type LossBudgetProps,
  lossBudget,
} from '../checks/loss-budget';
import { bufferParts, remainder } from '../limits';
import { losing, type NamedOutput, waits } from '../outputs/named-output';

/** Outages that must not lose a log, and what they are counted from. */
export interface LossBound {
  /** What all containers of a node write into their files. Per second. */
  readonly rate: MemoryQuantity;

  /**
   * How long Elasticsearch may be away.
   *
   * @default - no bound
   */
  readonly elasticsearchOutage?: TimeValue;

  /**
   * How long outputs besides that of the stack may be away, by their names. One with `whenFull: 'dropOldest'` begins to lose
   * logs when its part of the buffer is full, the others when the files of the kubelet are full as well.
   *
   * @default - no bound
   */
  readonly outputOutages?: Readonly<Record<string, TimeValue>>;

  /**
   * How long Fluentd may be away, e.g. while its node has no image.
   *
   * @default - no bound
   */
  readonly fluentdOutage?: TimeValue;

  /**
   * Part of `rate` that the busiest container of a node writes, above 0 and at most 1.
   *
   * @default 1
   */
  readonly busiestShare?: number;

  /**
   * `containerLogMaxSize` of the kubelet.
   *
   * @default '10Mi'
   */
  readonly containerLogMaxSize?: MemoryQuantity;

  /**
   * `containerLogMaxFiles` of the kubelet.
   *
   * @default 5
   */
  readonly containerLogMaxFiles?: number;
}

/** What the loss budget of a bound is counted from. */
function counted(
  bound: LossBound,
  bufferSize: MemoryQuantity,
  otherParts: readonly MemoryQuantity[] = [],
): LossBudgetProps {
  const { rate, busiestShare = 1, containerLogMaxSize, containerLogMaxFiles } = bound;
  return {
    rate: toBytes(rate),
    busiestShare,
    buffer: remainder(bufferSize, otherParts),
    containerLogMaxSize: containerLogMaxSize ? toBytes(containerLogMaxSize) : KUBELET_DEFAULTS.containerLogMaxSize,
    containerLogMaxFiles: containerLogMaxFiles ?? KUBELET_DEFAULTS.containerLogMaxFiles,
  };
}

/** The annotation for a bound; none without one. */
export function lossAnnotation(bound: LossBound | undefined, bufferSize: MemoryQuantity): Record<string, string> {
  if (bound === undefined) return {};
  const { buffer, ...facts } = counted(bound, bufferSize);
  return { [LOSS_ANNOTATION]: JSON.stringify(facts) };
}

/** The annotation for outputs that lose their oldest logs when they are full; none without such outputs. */
export function losingAnnotation(outputs: readonly NamedOutput[] = []): Record<string, string> {
  const names = losing(outputs);
  return names.length > 0 ? { [LOSING_ANNOTATION]: names.join(',') } : {};
}

/**
 * What is wrong with a bound, or with a buffer that does not keep it, below the prop `lossBudget`.
 *
 * @param isAggregated whether aggregators have the outputs, and their parts of a buffer
 */
export function lossMistakes(
  bound: LossBound | undefined,
  bufferSize: MemoryQuantity,
  outputs: readonly NamedOutput[] = [],
  isAggregated = false,
): Mistake[] {
  if (bound === undefined) return [];
  const { busiestShare = 1, containerLogMaxFiles = 5 } = bound;
  const malformed = [
    ...(busiestShare > 0 && busiestShare <= 1
      ? []
      : [at('busiestShare', `must be above 0 and at most 1, got ${shown(busiestShare)}; write 1 if you do not know`)]),
    ...(Number.isInteger(containerLogMaxFiles) && containerLogMaxFiles >= 2
      ? []
      : [
          at(
            'containerLogMaxFiles',
            `must be a whole number of at least 2, got ${shown(containerLogMaxFiles)}; write what the kubelet has`,
          ),
        ]),
  ];
  if (malformed.length > 0) return malformed;
  if (isAggregated) {
    const { outputOutages } = bound;
    return [
      ...outageMistakes(bound, counted(bound, bufferSize), bufferSize),
      ...(outputOutages === undefined
        ? []
        : [
            at(
              'outputOutages',
              `must not be given with aggregators, which hold what outputs do not take for all nodes together, got ${shown(outputOutages)}; leave it out, efk report says how long they may be away`,
            ),
          ]),
    ];
  }
  return [
    ...outageMistakes(bound, counted(bound, bufferSize, bufferParts(outputs)), bufferSize),
    ...Object.entries(bound.outputOutages ?? {}).flatMap(([name, outage]) =>
      outputOutageMistakes(bound, outputs, name, outage),
    ),
  ];
}

function outputOutageMistakes(
  bound: LossBound,
  outputs: readonly NamedOutput[],
  name: string,
  outage: TimeValue,
): Mistake[] {
  const path = ['lossBudget', 'outputOutages', name];
  const output = outputs.find((candidate) => candidate.name === name);
  const names = outputs.map((each) => each.name).join(', ') || 'there is none';
  if (!output) return [{ path, message: `must be of one of the outputs (${names}), got ${outage}; correct the name` }];
  const { bufferSize } = output;
  if (bufferSize === undefined) return [];
  const { elasticsearchOutage, fluentdOutage } = lossBudget(counted(bound, bufferSize));
  const held = waits(output) ? elasticsearchOutage : elasticsearchOutage - fluentdOutage;
  if (toSeconds(outage) <= held) return [];
  const what = waits(output) ? `${bufferSize} and the files of the kubelet hold` : `${bufferSize} holds`;
  return [
    {
      path,
      message: `must be at most ${held}s, which its bufferSize ${what} at ${bound.rate} a second, got ${outage}; raise its bufferSize, or lower it`,
    },
  ];
}

function outageMistakes(bound: LossBound, props: LossBudgetProps, bufferSize: MemoryQuantity): Mistake[] {
  const budget = lossBudget(props);
  const { elasticsearchOutage, fluentdOutage, rate } = bound;
  const missing = (elasticsearchOutage ? toSeconds(elasticsearchOutage) : 0) - budget.elasticsearchOutage;
  const needed = Math.ceil((toBytes(bufferSize) + (missing + 1) * props.rate * BUFFER_PER_LOG) / 2 ** 20);
  return [
    ...(elasticsearchOutage === undefined || missing <= 0
      ? []
      : [
          at(
            'elasticsearchOutage',
            `must be at most ${budget.elasticsearchOutage}s, which bufferSize ${bufferSize} and the files of the kubelet hold at ${rate} a second, got ${elasticsearchOutage}; raise bufferSize to ${needed}Mi, or lower it`,
          ),
        ]),
    ...(fluentdOutage === undefined || toSeconds(fluentdOutage) <= budget.fluentdOutage
      ? []
      : [
          at(
            'fluentdOutage',
            `must be at most ${budget.fluentdOutage}s, which the files of the kubelet hold at ${rate} a second, got ${fluentdOutage}; raise containerLogMaxSize or containerLogMaxFiles of the kubelet and name them here, or lower it`,
          ),
        ]),
  ];
}

function at(key: keyof LossBound, message: string): Mistake {
  return { path: ['lossBudget', key], message };
}
