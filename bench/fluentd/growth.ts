import type { Route, Treatment } from '../../constructs/fluentd';
import { namespaceOf } from '../../test/fluentd/kubelet/load';
import type { PipelineOptions } from '../../test/fluentd/run/configuration';
import type { Logs } from './logs';
import { cpuSeconds, inTurn, type Measured, memory } from './rounds';
import { ours } from './subjects';

type Row = Readonly<Record<string, number>>;

/** What costs more when there is more of something. */
export interface Growth {
  /** Of what there is more. */
  readonly by: string;

  /** How much there is of it, and what a line costs. */
  readonly rows: readonly Row[];
}

const LINES = 100_000;

/** Bytes of all lines together where their size differs, and the lines that are enough. */
const BYTES = 100_000_000;
const ENOUGH = 200_000;

/** Nearly nothing, so that what is left is the start. */
const START: Logs = { files: 8, lines: 8 };

/** Of what there can be more, by the name under which it is asked for. */
export const KINDS = ['routes', 'treatments', 'files', 'sizes'] as const;

/**
 * What the pipeline costs with more routes, treatments and open files, and with larger events; without the start, which is
 * measured for each pipeline by itself, since a long configuration takes longer to read.
 */
export async function growth(
  kinds: ReadonlySet<string>,
  rounds: number,
  report: (line: string) => void,
): Promise<Growth[]> {
  const measure = async (logs: Logs, options: PipelineOptions = {}) => {
    const times = Math.min(rounds, 3);
    const [measured] = await inTurn([ours(options)], logs, times, report);
    return measured as Measured;
  };
  const startOf = async (options?: PipelineOptions) => cpuSeconds(await measure(START, options));
  const perLine = (measured: Measured, start: number) => {
    const { lines = 1 } = measured.results[0] ?? {};
    return {
      'start CPU s': Math.round(start * 100) / 100,
      'CPU us per line': Math.round(((cpuSeconds(measured) - start) / lines) * 1e7) / 10,
      'memory MiB': Math.round(memory(measured)),
    };
  };
  const rowOf = async (logs: Logs, options?: PipelineOptions) =>
    perLine(await measure(logs, options), await startOf(options));
  const mixed: Logs = { files: 8, lines: LINES };
  const grown: Growth[] = [];
  const add = async (by: string, values: readonly number[], row: (value: number) => Promise<Row>) => {
    const rows: Row[] = [];
    for (const value of values) rows.push({ [by]: value, ...(await row(value)) });
    grown.push({ by, rows });
  };
  if (kinds.has('routes')) {
    await add('routes', [1, 10, 100, 1_000], (count) => rowOf(mixed, { routes: routesOf(count) }));
  }
  if (kinds.has('treatments')) {
    await add('treatments', [1, 10, 100, 1_000], (count) => rowOf(mixed, { treatments: treatmentsOf(count) }));
  }
  const start = kinds.has('files') || kinds.has('sizes') ? await startOf() : Number.NaN;
  if (kinds.has('files')) {
    await add('open files', [1, 10, 100, 500, 2_000], async (files) =>
      perLine(await measure({ files, lines: LINES }), start),
    );
  }
  if (kinds.has('sizes')) {
    await add('bytes of an event', [100, 1_000, 10_000, 100_000], async (bytes) => {
      const measured = await measure({ files: 8, lines: Math.min(ENOUGH, BYTES / bytes), event: jsonOf(bytes) });
      const megabytes = (measured.results[0]?.bytes ?? 0) / 1e6;
      return {
        ...perLine(measured, start),
        'MB per CPU s': Math.round((megabytes / (cpuSeconds(measured) - start)) * 10) / 10,
      };
    });
  }
  return grown;
}

/** The load has a treatment, and a number of others are there. */
function treatmentsOf(count: number): Treatment[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `team-${index}`,
    select: { namespaces: [index === 0 ? 'team-?' : `other-${index}`] },
    level: {},
  }));
}

/** The namespaces of the load have a route each, as far as there are so many; the last route takes the rest. */
function routesOf(count: number): Route[] {
  const named = Array.from({ length: count - 1 }, (_, index) => ({
    name: `route_${index}`,
    namespaces: [index < 4 ? namespaceOf(index) : `other-${index}`],
  }));
  return [...named, { name: 'kubernetes' }];
}

/** An event of JSON with about so many bytes. */
function jsonOf(bytes: number): Logs['event'] {
  const text = 'x'.repeat(Math.max(0, bytes - 60));
  return (container, place) => [`{"level":"info","order":"c${container}-${place}","message":"${text}"}`];
}
