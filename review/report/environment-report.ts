import { podSpecOf } from '../changes/config-verdict';
import { replicasOf, WORKLOADS } from '../changes/pods';
import { at, type KubernetesObject, listAt, nameOf } from '../manifests/kubernetes-object';
import type { Figure } from './figure';
import { claimedDisk, figuresOf, imagesOf, podRequests } from './figures';
import { type Cost, costOf, type Prices } from './prices';
import { type RouteRetention, routeRetentions } from './retention';
import type { WorkloadFigures } from './workload-figures';

/** What an environment is, in figures. */
export interface EnvironmentReport {
  /** Name of the environment. */
  readonly environment: string;

  /** What runs. */
  readonly workloads: readonly WorkloadFigures[];

  /** How long the logs of each route are kept. */
  readonly routes: readonly RouteRetention[];

  /** How long an outage of Elasticsearch may last before a log is lost. */
  readonly lossBudget: LossBudget;

  /** Certificates that pods use. */
  readonly certificates: readonly CertificateUse[];

  /** Images, with their digest where the manifest has one. */
  readonly images: readonly { readonly image: string; readonly digest: string | null }[];

  /** Sums over all pods. */
  readonly totals: readonly Figure[];

  /** Estimated cost; null without prices. */
  readonly cost: Cost | null;
}

/** What is kept while Elasticsearch is away. */
export interface LossBudget {
  /** Disk for the buffer on each node, in bytes. */
  readonly bufferBytes: number;

  /** Logs that a node is assumed to write, in bytes per second. */
  readonly bytesPerSecond: number;

  /** Seconds until the buffer is full. The files of the containers, which the kubelet rotates, hold some more. */
  readonly seconds: number;
}

/** A certificate that pods use. */
export interface CertificateUse {
  /** The Secret that holds it, as `namespace/name`. */
  readonly secret: string;

  /** Workloads that mount it. */
  readonly usedBy: readonly string[];

  /** How long it is valid, as cert-manager is told; null if it is made when it is deployed. */
  readonly duration: string | null;

  /** How long before its end it is renewed; null if the manifests do not say. */
  readonly renewBefore: string | null;
}

/** What the report assumes. */
export interface ReportOptions {
  /** Logs that a node writes, in bytes per second. */
  readonly bytesPerSecond: number;

  /** Number of nodes that collectors run on; for the cost. */
  readonly nodes: number;

  /**
   * Prices of a month.
   *
   * @default - no cost is estimated
   */
  readonly prices?: Prices;
}

/** The report of an environment from its manifests. */
export function environmentReport(
  environment: string,
  objects: readonly KubernetesObject[],
  options: ReportOptions,
): EnvironmentReport {
  const workloads = objects.filter(({ kind }) => WORKLOADS.includes(kind)).map(workloadFigures);
  const totals = figuresOf(objects).filter(({ unit }) => unit !== 'text');
  const bufferBytes = Number(totals.find(({ name }) => name === 'log buffer on each node')?.value ?? 0);
  const { bytesPerSecond, nodes, prices } = options;
  return {
    environment,
    workloads,
    routes: routeRetentions(objects),
    lossBudget: { bufferBytes, bytesPerSecond, seconds: Math.floor(bufferBytes / bytesPerSecond) },
    certificates: certificateUses(objects),
    images: [...new Set(objects.flatMap(imagesOf))]
      .sort()
      .map((image) => ({ image, digest: image.split('@')[1] ?? null })),
    totals,
    cost: prices ? costOf(workloads, nodes, prices) : null,
  };
}

function workloadFigures(object: KubernetesObject): WorkloadFigures {
  const pods = object.kind === 'DaemonSet' ? null : replicasOf(object);
  return { name: nameOf(object), pods, ...podRequests(podSpecOf(object)), disk: claimedDisk(object) };
}

/** Secrets whose name says that they hold a certificate, as the pods mount them, and what cert-manager is told of them. */
function certificateUses(objects: readonly KubernetesObject[]): CertificateUse[] {
  const uses = new Map<string, Set<string>>();
  for (const object of objects) {
    for (const volume of listAt(podSpecOf(object), 'volumes')) {
      const secret = at(volume, 'secret', 'secretName');
      if (typeof secret !== 'string' || !/tls|cert/.test(secret)) continue;
      const key = `${object.metadata.namespace}/${secret}`;
      uses.set(key, (uses.get(key) ?? new Set()).add(nameOf(object)));
    }
  }
  const issued = new Map(
    objects
      .filter(({ kind }) => kind === 'Certificate')
      .map((object) => [`${object.metadata.namespace}/${at(object, 'spec', 'secretName')}`, object]),
  );
  return [...new Set([...uses.keys(), ...issued.keys()])].sort().map((secret) => ({
    secret,
    usedBy: [...(uses.get(secret) ?? [])],
    duration: textOrNull(at(issued.get(secret), 'spec', 'duration')),
    renewBefore: textOrNull(at(issued.get(secret), 'spec', 'renewBefore')),
  }));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
