import { Cache } from '../../local/cache';
import type { Cluster } from '../../local/cluster';
import { OperatorError } from '../../local/errors';
import { run } from '../../local/run';
import { ensureTools } from '../../local/toolchain';
import { columns } from './terminal';

/** The parts of a workload that say how far it is. */
interface Workload {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: { readonly replicas?: number; readonly completions?: number; readonly schedule?: string };
  readonly status?: Partial<Record<'readyReplicas' | 'numberReady' | 'desiredNumberScheduled' | 'succeeded', number>>;
}

/** What runs in a cluster, as a table: kind, name, namespace, how many of how many are ready. */
export async function workloadTable({ kubeconfig }: Cluster, cache: Cache = new Cache()): Promise<string> {
  const { kubectl } = await ensureTools(['kubectl'], { cache });
  const kinds = 'statefulsets,daemonsets,deployments,jobs,cronjobs';
  const result = await run(kubectl, ['--kubeconfig', kubeconfig, 'get', kinds, '--all-namespaces', '-o', 'json']);
  if (result.code !== 0) throw new OperatorError(`[cluster] does not answer: ${result.stderr.trim()}`);
  const { items } = JSON.parse(result.stdout) as { items: Workload[] };
  return columns([['KIND', 'NAME', 'NAMESPACE', 'READY'], ...items.map(row)]);
}

function row(workload: Workload): string[] {
  return [workload.kind, workload.metadata.name, workload.metadata.namespace, readiness(workload)];
}

function readiness({ kind, spec, status = {} }: Workload): string {
  switch (kind) {
    case 'DaemonSet':
      return `${status.numberReady ?? 0}/${status.desiredNumberScheduled ?? 0} (one per node)`;
    case 'Job':
      return `${status.succeeded ?? 0}/${spec.completions ?? 1} complete`;
    case 'CronJob':
      return `at ${spec.schedule}`;
    default:
      return `${status.readyReplicas ?? 0}/${spec.replicas ?? 1}`;
  }
}
