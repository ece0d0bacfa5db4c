import { podSpecOf } from '../changes/config-verdict';
import { at, type KubernetesObject, listAt, nameOf } from '../manifests/kubernetes-object';
import type { Assumptions } from './assumptions';
import { nodeLossBudget, type OutputBuffer, outputBuffers, stackBuffer } from './buffers';
import { aggregatedOutage, type CollectorSizing, collectorSizing } from './collectors/collector-sizing';
import type { Figure } from './figure';
import { figuresOf, imagesOf } from './figures';
import { type Cost, costOf } from './prices';
import { type RouteRetention, routeRetentions } from './retention';
import { type TreatmentUse, treatmentUses } from './treatments';
import { type WorkloadFigures, workloadFigures } from './workload-figures';

/** What an environment is, in figures. */
export interface EnvironmentReport {
  /** Name of the environment. */
  readonly environment: string;

  /** What runs. */
  readonly workloads: readonly WorkloadFigures[];

  /** How long the logs of each route are kept. */
  readonly routes: readonly RouteRetention[];

  /** What is done to the logs of which containers. */
  readonly treatments: readonly TreatmentUse[];

  /** How long an outage of Elasticsearch may last before a log is lost. */
  readonly lossBudget: LossBudget;

  /** What the collectors need for the logs that nodes write; null without collectors. */
  readonly collectors: CollectorSizing | null;

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
  /** Disk on each node for what goes to the Elasticsearch of the stack, or to aggregators, in bytes. */
  readonly bufferBytes: number;

  /** Logs that a node writes, as its manifests say or as is assumed, in bytes per second. */
  readonly bytesPerSecond: number;

  /** Seconds that this may be away: until the buffer is full, and then the files that the kubelet keeps. */
  readonly seconds: number;

  /** Seconds that Fluentd may be away: until the kubelet removes a file of a container that writes all of it. */
  readonly fluentdSeconds: number;

  /** The other outputs. */
  readonly outputs: readonly OutputLoss[];
}

/** How long an output may be away. */
export interface OutputLoss extends OutputBuffer {
  /** Seconds until it loses its oldest logs, or until the kubelet removes a file that nobody reads because of it. */
  readonly seconds: number;
}

/** A certificate that pods use. */
export interface CertificateUse {
  /** The Secret that holds it, as `namespace/name`. */
  readonly secret: string;

  /** Workloads that mount it. */
  readonly usedBy: readonly string[];

  /** How long it is valid from its issue, as cert-manager is told; null if the manifests do not say. */
  readonly duration: string | null;

  /** How long before its end it is renewed; null if the manifests do not say. */
  readonly renewBefore: string | null;
}

/** The report of an environment from its manifests. */
export function environmentReport(
  environment: string,
  objects: readonly KubernetesObject[],
  assumptions: Assumptions,
): EnvironmentReport {
  const workloads = workloadFigures(objects);
  const totals = figuresOf(objects).filter(({ unit }) => unit !== 'text');
  const bufferBytes = stackBuffer(objects);
  const { bytesPerSecond, nodes, prices } = assumptions;
  const budget = nodeLossBudget(objects, bufferBytes, bytesPerSecond);
  const outageOf = ({ of, bytes, whenFull }: OutputBuffer): number => {
    if (of === 'aggregators') {
      // When its part is full there nodes keep the logs, as if there were no aggregators.
      const held = aggregatedOutage(objects, bytes, budget.rate * nodes);
      return held + (whenFull === 'wait' ? budget.elasticsearchOutage : 0);
    }
    const { elasticsearchOutage, fluentdOutage } = nodeLossBudget(objects, bytes, bytesPerSecond);
    return elasticsearchOutage - (whenFull === 'wait' ? 0 : fluentdOutage);
  };
  return {
    environment,
    workloads,
    routes: routeRetentions(objects),
    treatments: treatmentUses(objects),
    lossBudget: {
      bufferBytes,
      bytesPerSecond: budget.rate,
      seconds: budget.elasticsearchOutage,
      fluentdSeconds: budget.fluentdOutage,
      outputs: outputBuffers(objects).map((output) => ({ ...output, seconds: outageOf(output) })),
    },
    collectors: collectorSizing(objects, budget.rate, nodes),
    certificates: certificateUses(objects),
    images: [...new Set(objects.flatMap(imagesOf))]
      .sort()
      .map((image) => ({ image, digest: image.split('@')[1] ?? null })),
    totals,
    cost: prices ? costOf(workloads, nodes, prices) : null,
  };
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
