import { type Command, InvalidArgumentError } from 'commander';

import type { Assumptions } from '../../review/report/assumptions';
import { parsePrices } from '../../review/report/prices';
import { inputFile } from './input-file';

/** What the options of {@link withAssumptions} say. */
export interface AssumptionOptions {
  readonly logRate: number;
  readonly nodes: number;
  readonly prices?: string;
}

/** Adds the options for what figures are counted from. */
export function withAssumptions(command: Command): Command {
  return command
    .option('--log-rate <bytes>', 'logs that a node writes, in bytes per second', positive, 102_400)
    .option('--nodes <count>', 'nodes that collectors run on, for the cost and the aggregators', positive, 3)
    .option('--prices <file>', 'prices of a month: currency, core, memoryGiB, diskGiB by storage class and default');
}

/** The assumptions of a command line. */
export function assumptionsOf({ logRate, nodes, prices }: AssumptionOptions): Assumptions {
  return {
    bytesPerSecond: logRate,
    nodes,
    prices: prices === undefined ? undefined : parsePrices(inputFile('--prices', prices), prices),
  };
}

function positive(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a whole number of at least 1.');
}
