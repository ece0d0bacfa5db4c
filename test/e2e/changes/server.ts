import type { Cluster } from '../../../local/cluster';
import { type RunResult, run } from '../../../local/run';
import { at, type KubernetesObject, listAt } from '../../../review/manifests/kubernetes-object';
import { NAMESPACE } from './objects';

/** What runs for a case at one moment. */
export interface Snapshot {
  /** Ids of pods by their name. */
  readonly pods: ReadonlyMap<string, string>;

  /** Ids of claims by their name. */
  readonly claims: ReadonlyMap<string, string>;

  /** Names of the claims that a pod uses. */
  readonly used: ReadonlySet<string>;
}

/** The API server, used as Pulumi uses it: server-side apply, and deletion in the foreground. */
export class Server {
  constructor(
    private readonly kubectl: string,
    private readonly cluster: Cluster,
  ) {}

  /**
   * Applies objects.
   *
   * @returns what the server says about each that it refuses, by its name
   */
  async apply(objects: readonly KubernetesObject[]): Promise<ReadonlyMap<string, string>> {
    const flags = ['--server-side', '--force-conflicts', '--field-manager=pulumi', '--validate=ignore'];
    const { stdout, stderr } = await this.run(['apply', ...flags, '--filename', '-'], list(objects));
    const accepted = new Set([...stdout.matchAll(/^\S+\/(\S+) serverside-applied$/gm)].map(([, name]) => name));
    return new Map(
      objects
        .map(({ metadata: { name } }) => name)
        .filter((name) => !accepted.has(name))
        .map((name) => [name, stderr.split('\n').find((line) => line.includes(`"${name}"`)) ?? stderr]),
    );
  }

  /** Deletes objects and waits until they are gone. */
  async remove(objects: readonly KubernetesObject[]): Promise<void> {
    if (objects.length === 0) return;
    const { code, stderr } = await this.run(
      ['delete', '--cascade=foreground', '--timeout=120s', '--filename', '-'],
      list(objects),
    );
    if (code !== 0) throw new Error(stderr);
  }

  /** Waits until `isTrue`, or the time is over. In seconds. */
  async until(seconds: number, isTrue: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + seconds * 1_000;
    while (!(await isTrue()) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 1_000));
  }

  /** Whether every workload runs as many pods as it should. */
  async isReady(): Promise<boolean> {
    const workloads = await this.objects('statefulsets,deployments,daemonsets');
    return workloads.every((workload) => {
      const wanted = at(workload, 'status', 'desiredNumberScheduled') ?? at(workload, 'spec', 'replicas');
      const ready = at(workload, 'status', 'numberReady') ?? at(workload, 'status', 'readyReplicas') ?? 0;
      return (
        wanted === ready && at(workload, 'status', 'observedGeneration') === at(workload, 'metadata', 'generation')
      );
    });
  }

  /** What runs now for each of `names`. */
  async snapshots(names: readonly string[]): Promise<ReadonlyMap<string, Snapshot>> {
    const pods = (await this.objects('pods')).filter((pod) => at(pod, 'metadata', 'deletionTimestamp') === undefined);
    const claims = await this.objects('persistentvolumeclaims');
    const owner = (claim: KubernetesObject) => /(?:^|-)(c\d+)(?:-\d+)?$/.exec(claim.metadata.name)?.[1];
    return new Map(
      names.map((name) => {
        const own = pods.filter((pod) => (pod.metadata.labels?.app ?? pod.metadata.name) === name);
        const used = own
          .flatMap((pod) => listAt(pod, 'spec', 'volumes'))
          .map((volume) => at(volume, 'persistentVolumeClaim', 'claimName'))
          .filter((claim) => typeof claim === 'string');
        return [
          name,
          { pods: ids(own), claims: ids(claims.filter((claim) => owner(claim) === name)), used: new Set(used) },
        ];
      }),
    );
  }

  private async objects(kinds: string): Promise<KubernetesObject[]> {
    const { stdout } = await this.run(['get', kinds, '--namespace', NAMESPACE, '--output', 'json']);
    return (JSON.parse(stdout) as { items: KubernetesObject[] }).items;
  }

  /** Runs a command of kubectl as the classification prints it; it must succeed. */
  async command(line: string): Promise<void> {
    // Quotes are only around JSON, which has no blanks.
    const args = line.replaceAll("'", '').split(' ').slice(1);
    const { code, stderr } = await this.run(args);
    if (code !== 0) throw new Error(`${line}: ${stderr}`);
  }

  /** Capacity that the claims of a case have been granted, by their name. */
  async capacities(name: string): Promise<Record<string, unknown>> {
    const claims = (await this.objects('persistentvolumeclaims')).filter((c) => c.metadata.name.includes(`-${name}-`));
    return Object.fromEntries(claims.map((c) => [c.metadata.name, at(c, 'spec', 'resources', 'requests', 'storage')]));
  }

  private run(args: readonly string[], input?: string): Promise<RunResult> {
    return run(this.kubectl, ['--kubeconfig', this.cluster.kubeconfig, ...args], { input });
  }
}

function list(items: readonly KubernetesObject[]): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

function ids(objects: readonly KubernetesObject[]): Map<string, string> {
  return new Map(objects.map(({ metadata }) => [metadata.name, String((metadata as { uid?: string }).uid)]));
}
