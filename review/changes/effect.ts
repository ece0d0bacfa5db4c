/**
 * What a change does to what runs, from the least to the most risk.
 *
 * - `none`: nothing that runs, or reads the object, sees a difference
 * - `in-place`: it takes effect without a restart
 * - `config-reload`: files of running pods change; a program that reads them once has the old content until it restarts
 * - `create`: something new
 * - `scale`: pods come or go, the others run on
 * - `rolling-restart`: pods restart
 * - `delete`: something is removed that holds no data, or whose volumes stay
 * - `refused`: the API server refuses it, the deployment fails
 * - `replace`: deleted and created again; volumes stay
 * - `data-loss`: data is deleted, or nothing reads it any more
 */
export const EFFECTS = [
  'none',
  'in-place',
  'config-reload',
  'create',
  'scale',
  'rolling-restart',
  'delete',
  'refused',
  'replace',
  'data-loss',
] as const;

/** What a change does; see {@link EFFECTS}. */
export type Effect = (typeof EFFECTS)[number];

/** What happens to stored data: `at risk` if it depends on what is done before, or can be undone by hand only. */
export type DataSafety = 'kept' | 'at risk' | 'lost';

/** What one difference does. */
export interface Verdict {
  /** What it does when Pulumi deploys it. */
  readonly effect: Effect;

  /** Whether the API server refuses it as an update: `kubectl apply` fails, and Pulumi replaces the object if it knows. */
  readonly refusedByServer: boolean;

  /** What happens to data. */
  readonly data: DataSafety;

  /** Why, in words; empty if there is nothing to say. */
  readonly reason: string;

  /** What to do instead, or before: lines of text and commands. */
  readonly steps: readonly string[];
}

/** A verdict with the usual answers filled in. */
export function verdict(effect: Effect, reason = '', more: Partial<Verdict> = {}): Verdict {
  return { effect, reason, refusedByServer: effect === 'refused', data: 'kept', steps: [], ...more };
}

/** A field that cannot be changed: Pulumi deletes the object and creates it again. */
export function replaced(reason: string, more: Partial<Verdict> = {}): Verdict {
  return verdict('replace', reason, { refusedByServer: true, ...more });
}

/** The one of two effects with more risk. */
export function worseEffect(a: Effect, b: Effect): Effect {
  return EFFECTS.indexOf(a) >= EFFECTS.indexOf(b) ? a : b;
}

/** The worse of two fates of data. */
export function worseData(a: DataSafety, b: DataSafety): DataSafety {
  const order: readonly DataSafety[] = ['kept', 'at risk', 'lost'];
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}
