import { codeOf, OperatorError } from '../../errors';
import { withLock } from '../../lock';
import type { Place, Way } from '../place';
import type { Context } from './context';

/** Looks whether there is a Fluentd in one way, or how it can be had. */
export type Look = (context: Context) => Promise<Way>;

/**
 * The first of the ways that leads to a Fluentd.
 *
 * @param looks the best first
 * @throws OperatorError if none does; the message says why not
 */
export async function choose(looks: readonly Look[], context: Context): Promise<Place> {
  const best = await firstPossible(looks, context);
  if (best?.state === 'there') return best.place;
  const waiting = (owner: number) => context.report(`fluentd: process ${owner} is getting it, waiting`);
  return withLock(context.cache.lock('fluentd'), waiting, () => get(looks, context));
}

/** What is missing where no way leads to a Fluentd, to be read after `it needs`; undefined where one does. */
export async function whatIsMissing(looks: readonly Look[], context: Context): Promise<string | undefined> {
  const reasons: string[] = [];
  for (const look of looks) {
    const way = await look(context);
    if (way.state !== 'missing') return undefined;
    reasons.push(way.reason);
  }
  return reasons.join(', or ');
}

async function firstPossible(looks: readonly Look[], context: Context): Promise<Way | undefined> {
  for (const look of looks) {
    const way = await look(context);
    if (way.state !== 'missing') return way;
  }
  return undefined;
}

async function get(looks: readonly Look[], context: Context): Promise<Place> {
  const missing: string[] = [];
  const failures: string[] = [];
  for (const look of looks) {
    const way = await look(context);
    if (way.state === 'there') return way.place;
    if (way.state === 'missing') {
      missing.push(way.reason);
      continue;
    }
    try {
      return await way.get([...missing.map((reason) => `no ${reason.replace(/^an? /, '')}`), ...failures].join(', '));
    } catch (error) {
      failures.push(failureOf(error, context));
    }
  }
  const others = missing.join(', or ');
  throw new OperatorError(
    failures.length > 0
      ? `[fluentd] ${failures.join('; ')}; mend this${others && `, or provide ${others}`}`
      : `[fluentd] needs ${others}; provide one of them`,
  );
}

/** @throws what was thrown, if it is no condition that the operator can put right */
function failureOf(error: unknown, { cache }: Context): string {
  if (codeOf(error) === 'ENOSPC') return `the disk is full: about 1 GB is needed where ${cache.root} lies (EFK_CACHE)`;
  if (error instanceof OperatorError) return error.message;
  throw error;
}
