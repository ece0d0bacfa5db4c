import type { k8s } from 'cdk8s-plus-28';

import type { MemoryQuantity, SecretSpec } from '../core';

/** A Service that leads to the pods. */
export interface FootprintService {
  /** Name of the Service. */
  readonly name: string;

  /** Who can reach it: pods, or others through the nodes or a load balancer. */
  readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer';

  /** Annotations, for load balancers. */
  readonly annotations: Readonly<Record<string, string>>;

  /** Its ports, each with a name. */
  readonly ports: readonly k8s.ServicePort[];
}

/** What a part of the pipeline needs of the pod, besides what every pod of Fluentd has. */
export interface Footprint {
  /**
   * Volumes of the pod.
   *
   * @default - none
   */
  readonly volumes?: readonly k8s.Volume[];

  /**
   * Where the volumes are in the container.
   *
   * @default - none
   */
  readonly mounts?: readonly k8s.VolumeMount[];

  /**
   * Environment variables.
   *
   * @default - none
   */
  readonly env?: readonly k8s.EnvVar[];

  /**
   * Ports on which the container listens, for everybody unless `ingress` names them.
   *
   * @default - none
   */
  readonly ports?: readonly k8s.ContainerPort[];

  /**
   * Who may connect to ports that are not for everybody.
   *
   * @default - all ports are for everybody
   */
  readonly ingress?: readonly k8s.NetworkPolicyIngressRule[];

  /**
   * Services by which others reach the pod.
   *
   * @default - none
   */
  readonly services?: readonly FootprintService[];

  /**
   * Where the pod may connect to.
   *
   * @default - nowhere
   */
  readonly egress?: readonly k8s.NetworkPolicyEgressRule[];

  /**
   * What the pod may do in the Kubernetes API, in all namespaces.
   *
   * @default - nothing
   */
  readonly rights?: readonly k8s.PolicyRule[];

  /**
   * Labels by which others know the pod.
   *
   * @default - none
   */
  readonly podLabels?: Readonly<Record<string, string>>;

  /**
   * Secrets that the pod reads and that must be made.
   *
   * @default - none
   */
  readonly secrets?: readonly SecretSpec[];

  /**
   * Room for temporary files, besides what every pod has.
   *
   * @default - none
   */
  readonly temporary?: readonly MemoryQuantity[];

  /**
   * Text of our own plugins and of what they require, by file name.
   *
   * @default - none
   */
  readonly rubyFiles?: Readonly<Record<string, string>>;
}

/** All that several parts need together, in their order. */
export function fold(footprints: readonly Footprint[]): Required<Footprint> {
  return {
    volumes: once(footprints.flatMap(({ volumes = [] }) => volumes)),
    mounts: footprints.flatMap(({ mounts = [] }) => mounts),
    env: once(footprints.flatMap(({ env = [] }) => env)),
    ports: footprints.flatMap(({ ports = [] }) => ports),
    ingress: footprints.flatMap(({ ingress = [] }) => ingress),
    services: footprints.flatMap(({ services = [] }) => services),
    egress: different(footprints.flatMap(({ egress = [] }) => egress)),
    rights: footprints.flatMap(({ rights = [] }) => rights),
    podLabels: Object.assign({}, ...footprints.map(({ podLabels }) => podLabels)),
    secrets: footprints.flatMap(({ secrets = [] }) => secrets),
    temporary: footprints.flatMap(({ temporary = [] }) => temporary),
    rubyFiles: sorted(Object.assign({}, ...footprints.map(({ rubyFiles }) => rubyFiles))),
  };
}

/** Each once: several parts ask for names, and reach the same ports. */
function different<T>(rules: readonly T[]): T[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

/** The first of each name: several parts may need the same. */
function once<T extends { readonly name: string }>(all: readonly T[]): T[] {
  return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index);
}

/** By name, so that a further part changes no line of the others. */
function sorted(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
