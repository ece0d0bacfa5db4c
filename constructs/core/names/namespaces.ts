import { shown } from './mistakes';
import { DNS_LABEL } from './names';

/** Namespaces of Kubernetes and of its distributions, which hold what the whole cluster needs. */
const SHARED = /^(default|kube-.*|openshift|openshift-.*|gke-.*|gmp-.*)$/;

/**
 * Whether a namespace belongs to the cluster and not to one of its users: `default`, what begins with `kube-`, which
 * Kubernetes reserves, and what OpenShift and GKE bring.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#working-with-namespaces
 */
export function isSharedNamespace(name: string): boolean {
  return SHARED.test(name);
}

/**
 * What is wrong with a namespace that is made and closed to the network by a default-deny policy.
 *
 * @returns what must hold, what was given and what to do; undefined if nothing is wrong
 */
export function ownNamespaceMistake(name: unknown): string | undefined {
  if (typeof name !== 'string' || !DNS_LABEL.pattern.test(name)) {
    return `must be ${DNS_LABEL.bound}, got ${shown(name)}; rename it`;
  }
  if (!isSharedNamespace(name)) return undefined;
  return `must be a namespace of its own, since it is closed to the network, which would cut off what the cluster needs in ${name}, got ${shown(name)}; write for example logging`;
}
