import type { Route } from '../../constructs/fluentd';
import { namespaceOf } from '../../test/fluentd/kubelet/load';
import type { Logs } from './logs';
import { cpuSeconds, inTurn, type Measured, memory } from './rounds';
import { ours } from './subjects';

/** What costs more when there is more of something. */
export interface Growth {
  /** Of what there is more. */
  readonly by: string;

  /** How much there is of it, and what a line costs. */
  readonly rows: readonly Readonly<Record<string, number>>[];
}

const LINES = 100_000;

/** Bytes of all lines together where their size differs, and the lines that are enough. */
const BYTES = 100_000_000;
const ENOUGH = 200_000;

/** What the pipeline costs with more routes, open files, and larger events; without the start, which takes `start` seconds. */
export async function growth(start: number, rounds: number, report: (line: string) => void): Promise<Growth[]> {
  const measure = async (logs: Logs, routes?: readonly Route[]) => {
    const [measured] = await inTurn([ours(routes && { routes })], logs, Math.min(rounds, 3), report);
    return measured as Measured;
  };
  const perLine = (measured: Measured) => {
    const { lines = 1 } = measured.results[0] ?? {};
    return {
      'CPU us per line': Math.round(((cpuSeconds(measured) - start) / lines) * 1e7) / 10,
      'memory MiB': Math.round(memory(measured)),
    };
  };
  const routes: Growth['rows'][number][] = [];
  for (const count of [1, 10, 1_000]) {
    routes.push({ routes: count, ...perLine(await measure({ files: 8, lines: LINES }, routesOf(count))) });
  }
  const files: Growth['rows'][number][] = [];
  for (const count of [1, 10, 100, 500, 2_000]) {
    files.push({ files: count, ...perLine(await measure({ files: count, lines: LINES })) });
  }
  const sizes: Growth['rows'][number][] = [];
  for (const bytes of [100, 1_000, 10_000, 100_000]) {
    const measured = await measure({ files: 8, lines: Math.min(ENOUGH, BYTES / bytes), event: jsonOf(bytes) });
    const megabytes = (measured.results[0]?.bytes ?? 0) / 1e6;
    sizes.push({
      bytes,
      ...perLine(measured),
      'MB per CPU s': Math.round((megabytes / (cpuSeconds(measured) - start)) * 10) / 10,
    });
  }
  return [
    { by: 'routes', rows: routes },
    { by: 'open files', rows: files },
    { by: 'the size of an event', rows: sizes },
  ];
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
