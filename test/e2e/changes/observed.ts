import type { DataSafety, Effect } from '../../../review/changes/effect';
import type { Snapshot } from './server';

/** What was seen of a change. */
export interface Observation {
  /** What the pods did. */
  readonly effect: 'no restart' | 'scale' | 'restart' | 'refused' | 'replaced' | 'removed';

  /** What became of the volumes: there and used as before, there and used by no pod, or gone. */
  readonly volumes: 'kept' | 'unused' | 'gone';
}

/** What may be said of what was seen; anything else is wrong, and what stands for less risk is dangerous. */
export const TRUE_EFFECTS: Readonly<Record<Observation['effect'], readonly Effect[]>> = {
  'no restart': ['none', 'in-place', 'config-reload'],
  scale: ['scale'],
  restart: ['rolling-restart'],
  refused: ['refused'],
  replaced: ['replace'],
  removed: ['delete'],
};

/** What may be said of the data. */
const TRUE_DATA: Readonly<Record<Observation['volumes'], readonly DataSafety[]>> = {
  kept: ['kept', 'at risk'],
  unused: ['at risk', 'lost'],
  gone: ['lost'],
};

/** What happened to the pods of a change that the server accepted. */
export function podEffect(before: Snapshot, after: Snapshot, hasStableNames: boolean): Observation['effect'] {
  const gone = [...before.pods].filter(([name, id]) => after.pods.get(name) !== id);
  const fresh = [...after.pods].filter(([name, id]) => before.pods.get(name) !== id);
  const restarted = hasStableNames
    ? fresh.some(([name]) => before.pods.has(name))
    : gone.length > 0 && fresh.length > 0;
  if (restarted) return 'restart';
  return gone.length + fresh.length > 0 ? 'scale' : 'no restart';
}

/** What happened to the claims. */
export function volumeFate(before: Snapshot, after: Snapshot): Observation['volumes'] {
  const claims = [...before.claims];
  if (claims.some(([name, id]) => after.claims.get(name) !== id)) return 'gone';
  return claims.some(([name]) => before.used.has(name) && !after.used.has(name)) ? 'unused' : 'kept';
}

/** Whether `data` may be said of what was seen. What a PersistentVolume made by hand stores is nowhere to be seen here. */
export function isTrueData(data: DataSafety, seen: Observation['volumes'], kind: string): boolean {
  return TRUE_DATA[seen].includes(data) || (kind === 'PersistentVolume' && data === 'lost');
}
