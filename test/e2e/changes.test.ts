import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startCluster, stopCluster } from '../../local/cluster';
import { ensureTools } from '../../local/toolchain';
import { classify } from '../../review/changes/classify';
import { compareObjects } from '../../review/diff/compare-objects';
import type { KubernetesObject } from '../../review/manifests/kubernetes-object';
import { bases, type Editable, NAMESPACE } from './changes/objects';
import { isTrueData, type Observation, podEffect, TRUE_EFFECTS, volumeFate } from './changes/observed';
import { type Prepared, preparedCases, said, storageClasses } from './changes/prepared';
import { Server, type Snapshot } from './changes/server';

const CLUSTER = 'e2e-changes';

/** Long enough for a controller to begin what it should not. In seconds. */
const QUIET = 10;

/**
 * Every kind of change is made on a real API server, as Pulumi makes it, and what happened is compared with what the
 * classification says.
 */
describe('what is said of a change is what a real API server and its controllers do', () => {
  const cases = preparedCases();
  const names = cases.map(({ name }) => name);
  let server: Server;
  let refusals: ReadonlyMap<string, string>;
  let before: ReadonlyMap<string, Snapshot>;
  let after: ReadonlyMap<string, Snapshot>;

  beforeAll(async () => {
    const { kubectl } = await ensureTools(['kubectl']);
    server = new Server(kubectl, await startCluster({ name: CLUSTER, nodesPerZone: 3, report: console.log }));
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } };
    await applied(server, [namespace, ...storageClasses]);
    await applied(
      server,
      cases.flatMap(({ first }) => first),
    );
    await server.until(180, () => server.isReady());
    await applied(
      server,
      cases.flatMap((entry) => (entry.pending ? [entry.before] : [])),
    );
    await server.until(5, async () => false);
    before = await server.snapshots(names);

    const changed = cases.flatMap(({ after: object }) => object ?? []);
    refusals = await server.apply(changed);
    await server.remove(cases.filter((entry) => !entry.after || isReplaced(entry)).map((entry) => entry.before));
    await applied(
      server,
      cases.filter(isReplaced).flatMap(({ after: object }) => object ?? []),
    );
    await server.until(180, async () => (await server.isReady()) && isAsSaid(await server.snapshots(names)));
    await server.until(QUIET, async () => false);
    after = await server.snapshots(names);
  });
  afterAll(() => stopCluster(CLUSTER));

  /** Whether Pulumi deletes the object and creates it again. */
  function isReplaced(entry: Prepared): boolean {
    const { effect } = said(entry);
    if (!entry.after) return false;
    return effect === 'replace' || (effect === 'data-loss' && refusals.has(entry.name));
  }

  function observed(entry: Prepared, snapshots: ReadonlyMap<string, Snapshot>): Observation {
    const [old, now] = [before.get(entry.name), snapshots.get(entry.name)];
    if (!old || !now) throw new Error(`no snapshot of ${entry.name}`);
    const volumes = volumeFate(old, now);
    if (!entry.after) return { effect: 'removed', volumes };
    if (isReplaced(entry)) return { effect: 'replaced', volumes };
    if (refusals.has(entry.name)) return { effect: 'refused', volumes };
    return { effect: podEffect(old, now, entry.before.kind === 'StatefulSet'), volumes };
  }

  /** Whether everything that should happen has happened; what should not happen is looked for after that. */
  function isAsSaid(snapshots: ReadonlyMap<string, Snapshot>): boolean {
    return cases.every((entry) => {
      const { effect, volumes } = observed(entry, snapshots);
      return isTrueEffect(entry, effect) && isTrueData(said(entry).data, volumes, entry.before.kind);
    });
  }

  function isTrueEffect(entry: Prepared, effect: Observation['effect']): boolean {
    const { effect: saidEffect, data } = said(entry);
    // Data that is lost is what matters, however it came to that.
    return TRUE_EFFECTS[effect].includes(saidEffect) || (saidEffect === 'data-loss' && data === 'lost');
  }

  test(`the table has at least 40 kinds of change`, () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
  });

  test.each(cases.map((entry) => [entry.title, entry] as const))('%s', (_, entry) => {
    const verdict = said(entry);
    const { effect, volumes } = observed(entry, after);

    expect(verdict.effect).toBe(entry.effect);
    expect(verdict.refusedByServer, refusals.get(entry.name) ?? 'accepted').toBe(refusals.has(entry.name));
    expect(isTrueEffect(entry, effect), `said ${verdict.effect}, seen ${effect}`).toBe(true);
    expect(isTrueData(verdict.data, volumes, entry.before.kind), `said ${verdict.data}, seen ${volumes}`).toBe(true);
  });

  test('the steps for larger volumes grow them, and no pod stops', async () => {
    const name = 'c1000';
    const object = bases.statefulSet(name);
    await applied(server, [object]);
    await server.until(60, () => server.isReady());
    const old = (await server.snapshots([name])).get(name);

    const larger = structuredClone(object) as ReturnType<typeof bases.statefulSet> & { spec: Editable };
    larger.spec.volumeClaimTemplates[0].spec.resources.requests.storage = '3Gi';
    const fields = compareObjects(object, larger);
    const surroundings = { objects: [], restarting: new Set<string>() };
    const { steps } = classify({ form: 'changed', before: object, after: larger, fields }, surroundings);
    for (const step of steps.filter((line) => line.startsWith('kubectl '))) await server.command(step);
    await applied(server, [larger]);
    await server.until(QUIET, async () => false);

    const now = (await server.snapshots([name])).get(name);
    expect(old?.pods.size).toBe(2);
    expect(now?.pods).toEqual(old?.pods);
    expect(now?.claims).toEqual(old?.claims);
    expect(await server.capacities(name)).toEqual({ 'data-c1000-0': '3Gi', 'data-c1000-1': '3Gi' });
  });
});

async function applied(server: Server, objects: readonly KubernetesObject[]): Promise<void> {
  expect(Object.fromEntries(await server.apply(objects))).toEqual({});
}
