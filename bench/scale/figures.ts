import type { Asked, CountingElasticsearch } from './traffic';

/** A part of the time that is looked at by itself. */
export interface Phase {
  readonly name: string;

  /** In seconds since the start of the server. */
  readonly from: number;

  readonly to: number;
}

/** What Elasticsearch sees in a phase. */
export function figuresOf(
  { name, from, to }: Phase,
  { asked, connected }: Pick<CountingElasticsearch, 'asked' | 'connected'>,
): Record<string, string | number> {
  const within = asked.filter(({ at }) => at >= from && at < to);
  const sizes = within.map(({ bytes }) => bytes).sort((a, b) => a - b);
  const size = (share: number) => Math.round((sizes[Math.floor(share * (sizes.length - 1))] ?? 0) / 1024);
  const busiest = busiestSecond(within);
  const made = connected.filter((at) => at >= from && at < to);
  return {
    phase: name,
    seconds: Math.round(to - from),
    requests: within.length,
    'requests/s': Math.round((10 * within.length) / (to - from)) / 10,
    'most in a second': busiest.length,
    'of connections': usedBy(busiest),
    'KiB of a request': size(0.5),
    'of the largest': size(1),
    'connections made': made.length,
    'connections used': usedBy(within),
  };
}

/** What comes within the busiest second, whenever that begins. */
export function busiestSecond(asked: readonly Asked[]): readonly Asked[] {
  let first = 0;
  let busiest: readonly Asked[] = [];
  for (const [index, { at }] of asked.entries()) {
    while ((asked[first]?.at ?? at) <= at - 1) first += 1;
    if (index - first + 1 > busiest.length) busiest = asked.slice(first, index + 1);
  }
  return busiest;
}

function usedBy(within: readonly Asked[]): number {
  return new Set(within.map(({ connection }) => connection)).size;
}
