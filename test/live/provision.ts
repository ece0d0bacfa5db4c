import type { ProvisionedObject } from '../../constructs/lifecycle';
import { type ProgramResult, runProgram } from '../constructs/lifecycle/provisioner/run-program';
import type { LiveCluster } from './cluster';

/** Runs the provisioner's program as its job does: with its user, its authorities and its objects. */
export async function provision(cluster: LiveCluster, objects: readonly ProvisionedObject[]): Promise<ProgramResult> {
  return runProgram({
    url: `https://localhost:${cluster.nodes[0]?.ports.http}`,
    ca: cluster.ca,
    credentials: cluster.secret('provisioner-credentials'),
    objects,
    deadlineSeconds: 120,
  });
}
