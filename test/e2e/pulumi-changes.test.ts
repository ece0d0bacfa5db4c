import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startCluster, stopCluster } from '../../local/cluster';
import { run } from '../../local/run';
import { ensureTools } from '../../local/toolchain';
import type { KubernetesObject } from '../../review/manifests/kubernetes-object';
import { NAMESPACE } from './changes/objects';
import { type Prepared, preparedCases, said, storageClasses } from './changes/prepared';
import { type Outcome, PulumiProgram } from './changes/pulumi-program';

const CLUSTER = 'e2e-pulumi-changes';

const namespace: KubernetesObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } };

/** Kinds that Pulumi would wait for in vain: no pod is behind the Services, no controller serves the Ingresses. */
const NEVER_READY = ['Service', 'Ingress'];

/** Kinds of which the table has some that are not meant to become ready. */
const PERHAPS_READY = ['StatefulSet', 'Deployment', 'DaemonSet', 'Job', 'Pod'];

/**
 * The real Pulumi deploys every kind of change. A preview would not do: the provider asks the server for a trial run of what
 * it is going to create again, which the server refuses for a StatefulSet that is still there (pulumi/pulumi-kubernetes#3984).
 */
describe('what is said of a change is what Pulumi does', () => {
  const cases = preparedCases();
  let outcomes: ReadonlyMap<string, Outcome>;

  beforeAll(async () => {
    const { kubectl } = await ensureTools(['kubectl']);
    const cluster = await startCluster({ name: CLUSTER, nodesPerZone: 3, report: console.log });
    const program = await PulumiProgram.open(cluster);
    const surroundings = [namespace, ...storageClasses];

    const made = await program.up(
      surroundings,
      cases.map((entry) => awaited(entry.before, entry)),
    );
    expect([...made].filter(([, outcome]) => outcome !== 'create').map(([name]) => name)).toEqual([]);
    const flags = ['--kubeconfig', cluster.kubeconfig, '--namespace', NAMESPACE, '--timeout=60s'];
    await run(kubectl, ['wait', 'persistentvolumeclaim', '--all', '--for=jsonpath={.status.phase}=Bound', ...flags]);

    outcomes = await program.up(
      surroundings,
      cases.flatMap((entry) => (entry.after ? [awaited(entry.after, entry)] : [])),
    );
  });
  afterAll(() => stopCluster(CLUSTER));

  test.each(cases.map((entry) => [entry.title, entry] as const))('%s', (_, entry) => {
    expect(expectedOutcomes(entry)).toContain(outcomes.get(entry.name));
  });
});

/** What Pulumi may do, if what is said is true. */
function expectedOutcomes(entry: Prepared): Outcome[] {
  const { effect, refusedByServer } = said(entry);
  if (!entry.after) return ['delete'];
  if (effect === 'refused') return ['refused'];
  if (effect === 'replace' || (effect === 'data-loss' && refusedByServer)) return ['replace'];
  return effect === 'none' ? ['same', 'update'] : ['update'];
}

/** Says that Pulumi shall not wait for `object`, unless it has to wait until it is gone before it creates it again. */
function awaited(object: KubernetesObject, entry: Prepared): KubernetesObject {
  const isReplaced = expectedOutcomes(entry).includes('replace');
  if (!NEVER_READY.includes(object.kind) && (isReplaced || !PERHAPS_READY.includes(object.kind))) return object;
  const { metadata } = object;
  const annotations = { ...metadata.annotations, 'pulumi.com/skipAwait': 'true' };
  return { ...object, metadata: { ...metadata, annotations } };
}
