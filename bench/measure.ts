import { spawnSync } from 'node:child_process';

/** Something whose duration is measured. */
export type Work = () => unknown;

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/**
 * Median durations of `works`, in milliseconds. They take turns, so that a machine that slows down slows down all of them;
 * the first `warmUp` rounds do not count, because the compiler of V8 is still at work.
 */
export function medianDurations(works: readonly Work[], rounds: number, warmUp: number): number[] {
  const durations = works.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [index, work] of works.entries()) {
      const started = performance.now();
      work();
      if (round >= warmUp) durations[index]?.push(performance.now() - started);
    }
  }
  return durations.map(median);
}

/**
 * Steepest line between neighbouring points on paper with two logarithmic scales: 1 for what grows in proportion, 2 for
 * what grows with the square. The steepest one counts, because what costs the same each time flattens the first ones.
 */
export function steepestSlope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const slopes = points.slice(1).map(({ x, y }, index) => {
    const previous = points[index] as (typeof points)[number];
    return Math.log(y / previous.y) / Math.log(x / previous.x);
  });
  return Math.max(...slopes);
}

/**
 * Runs a program to its end.
 *
 * @returns what it wrote to its standard output
 * @throws Error with what it wrote to its standard error, if it fails
 */
export function runProcess(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}
