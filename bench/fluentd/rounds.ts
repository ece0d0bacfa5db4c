import { median } from '../measure';
import type { Logs } from './logs';
import { type Result, type Subject, trial } from './trial';

/** What several trials of one configuration took. */
export interface Measured {
  readonly subject: Subject;
  readonly results: readonly Result[];
}

/**
 * Runs the subjects in turn, so that a machine that slows down slows down all of them.
 *
 * @param warmUp - logs that each process reads first, and that do not count
 */
export async function inTurn(
  subjects: readonly Subject[],
  logs: Logs,
  rounds: number,
  report: (line: string) => void,
  warmUp?: Logs,
): Promise<Measured[]> {
  const measured = subjects.map((subject) => ({ subject, results: [] as Result[] }));
  for (let round = 1; round <= rounds; round++) {
    for (const { subject, results } of measured) {
      const result = await trial(subject, logs, warmUp);
      results.push(result);
      report(
        `round ${round} of ${rounds}: ${subject.name}, ${result.cpuSeconds.toFixed(2)} s, ${result.memory.toFixed(0)} MiB`,
      );
    }
  }
  return measured;
}

/** Median of the processor time. In seconds. */
export function cpuSeconds({ results }: Measured): number {
  return median(results.map((result) => result.cpuSeconds));
}

/** Median of the highest memory. In MiB. */
export function memory({ results }: Measured): number {
  return median(results.map((result) => result.memory));
}

/** Lines that were read in a second of processor time. */
export function speed(measured: Measured): number {
  return (measured.results[0]?.lines ?? 0) / cpuSeconds(measured);
}

/** How many times as much time `other` takes as `measured`, in each round. */
export function ratios(measured: Measured, other: Measured): number[] {
  return measured.results.map(({ cpuSeconds: ours }, round) => (other.results[round]?.cpuSeconds ?? Number.NaN) / ours);
}

/** What the start and the warm-up take: the median. In seconds of processor time. */
export function warmUpSeconds({ results }: Measured): number {
  return median(results.map((result) => result.warmUpSeconds));
}
