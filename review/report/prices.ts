import { InputError } from '../errors';
import { at, isMapping } from '../manifests/kubernetes-object';
import { parseYaml } from '../manifests/yaml';
import type { WorkloadFigures } from './workload-figures';

/** What a month costs. */
export interface Prices {
  /** Currency in which the prices are, e.g. `EUR`. */
  readonly currency: string;

  /** A core. */
  readonly core: number;

  /** A GiB of memory. */
  readonly memoryGiB: number;

  /** A GiB of disk, by storage class; `default` for all others. */
  readonly diskGiB: Readonly<Record<string, number>>;
}

/** Estimated cost of a month. */
export interface Cost {
  /** Currency of the prices. */
  readonly currency: string;

  /** Processor time. */
  readonly cpu: number;

  /** Memory. */
  readonly memory: number;

  /** Disk. */
  readonly disk: number;

  /** Everything. */
  readonly total: number;
}

const GIB = 2 ** 30;

/** Cost of a month of what is requested; collectors count once per node. */
export function costOf(workloads: readonly WorkloadFigures[], nodes: number, prices: Prices): Cost {
  const sum = (of: (workload: WorkloadFigures) => number) =>
    workloads.reduce((total, workload) => total + (workload.pods ?? nodes) * of(workload), 0);
  const cpu = prices.core * sum((workload) => workload.cpu);
  const memory = prices.memoryGiB * sum((workload) => workload.memory / GIB);
  const disk = sum(({ disk: volumes }) =>
    volumes.reduce((total, { storageClass, bytes }) => total + (bytes / GIB) * diskPrice(storageClass, prices), 0),
  );
  return { currency: prices.currency, cpu, memory, disk, total: cpu + memory + disk };
}

function diskPrice(storageClass: string, { diskGiB }: Prices): number {
  return diskGiB[storageClass] ?? diskGiB.default ?? 0;
}

/**
 * Prices from a file of YAML or JSON.
 *
 * @throws InputError if it is not valid, or a price is missing
 */
export function parsePrices(text: string, file: string): Prices {
  const value = parseYaml(text, file);
  const price = (...path: string[]): number => {
    const found = at(value, ...path);
    if (typeof found === 'number' && found >= 0) return found;
    throw new InputError(
      `[${file}] ${path.join('.')} must be a price of at least 0, got ${JSON.stringify(found) ?? 'nothing'}; write a number`,
    );
  };
  const disks = at(value, 'diskGiB');
  const names = ['default', ...Object.keys(isMapping(disks) ? disks : {})];
  return {
    currency: String(at(value, 'currency') ?? ''),
    core: price('core'),
    memoryGiB: price('memoryGiB'),
    diskGiB: Object.fromEntries(names.map((name) => [name, price('diskGiB', name)])),
  };
}
