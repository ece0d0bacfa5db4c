import type { Route, Treatment } from '../../constructs/fluentd';
import type { PipelineOptions } from '../../test/fluentd/run/configuration';
import { median } from '../measure';
import type { Logs } from './logs';
import { cpuSeconds, inTurn, type Measured, memory, ratios, warmUpSeconds } from './rounds';
import { ours } from './subjects';

type Row = Readonly<Record<string, number>>;

/** What costs more when there is more of something. */
export interface Growth {
  /** Of what there is more. */
  readonly by: string;

  /** How much there is of it, and what a line costs. */
  readonly rows: readonly Row[];

  /** How many times as much a line costs with the most of it as with the least; only where it must not cost more. */
  readonly times?: number;
}

/** Lines that count, and lines that a process reads before, so that neither its start nor its compiler counts. */
const LINES = 200_000;
const WARM_UP: Logs = { files: 8, first: 100_000, lines: 40_000 };

/** Bytes of all lines together where their size differs, and the lines that are enough. */
const BYTES = 100_000_000;

/** Of what there can be more, by the name under which it is asked for. */
export const KINDS = ['routes', 'treatments', 'files', 'sizes'] as const;

const COUNTS = [1, 10, 100, 1_000];

/** What the pipeline costs with more routes, treatments and open files, and with larger events. */
export async function growth(
  kinds: ReadonlySet<string>,
  rounds: number,
  report: (line: string) => void,
): Promise<Growth[]> {
  const grown: Growth[] = [];
  if (kinds.has('routes')) grown.push(await byCount('routes', (count) => ({ routes: routesOf(count) })));
  if (kinds.has('treatments')) {
    grown.push(await byCount('treatments', (count) => ({ treatments: treatmentsOf(count) })));
  }
  if (kinds.has('files')) {
    grown.push(await byLogs('open files', [1, 10, 100, 500, 2_000], (files) => ({ files, lines: LINES })));
  }
  if (kinds.has('sizes')) {
    grown.push(
      await byLogs('bytes of an event', [100, 1_000, 10_000, 100_000], (bytes) => ({
        files: 8,
        lines: Math.min(LINES, BYTES / bytes),
        event: jsonOf(bytes),
      })),
    );
  }
  return grown;

  async function byCount(by: string, options: (count: number) => PipelineOptions): Promise<Growth> {
    const subjects = COUNTS.map((count) => ours(options(count), `${count} ${by}`));
    const measured = await inTurn(subjects, { files: 8, lines: LINES }, rounds, report, WARM_UP);
    const [first] = measured as [Measured];
    const rows = measured.map((each, index) => {
      const times = ratios(first, each);
      return {
        [by]: COUNTS[index] ?? Number.NaN,
        ...costs(each),
        'start CPU s': round(warmUpSeconds(each), 2),
        'times one': round(median(times), 3),
        least: round(Math.min(...times), 3),
        most: round(Math.max(...times), 3),
      };
    });
    return { by, rows, times: rows.at(-1)?.['times one'] ?? Number.NaN };
  }

  async function byLogs(by: string, values: readonly number[], logsOf: (value: number) => Logs): Promise<Growth> {
    const rows: Row[] = [];
    for (const value of values) {
      const [measured] = (await inTurn([ours()], logsOf(value), Math.min(rounds, 3), report, WARM_UP)) as [Measured];
      const megabytes = (measured.results[0]?.bytes ?? 0) / 1e6;
      rows.push({ [by]: value, ...costs(measured), 'MB per CPU s': round(megabytes / cpuSeconds(measured), 1) });
    }
    return { by, rows };
  }
}

function costs(measured: Measured): Row {
  const { lines = 1 } = measured.results[0] ?? {};
  return {
    'CPU us per line': round((cpuSeconds(measured) / lines) * 1e6, 1),
    'memory MiB': Math.round(memory(measured)),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** The load has a treatment, and a number of others are there. */
function treatmentsOf(count: number): Treatment[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `team-${index}`,
    select: { namespaces: [index === 0 ? 'team-?' : `other-${index}`] },
    level: {},
  }));
}

/** All of the load has the last route, whose place is behind all others. */
function routesOf(count: number): Route[] {
  const named = Array.from({ length: count - 1 }, (_, index) => ({
    name: `route_${index}`,
    namespaces: [`other-${index}`],
  }));
  return [...named, { name: 'kubernetes' }];
}

/** An event of JSON with about so many bytes. */
function jsonOf(bytes: number): Logs['event'] {
  const text = 'x'.repeat(Math.max(0, bytes - 60));
  return (container, place) => [`{"level":"info","order":"c${container}-${place}","message":"${text}"}`];
}
