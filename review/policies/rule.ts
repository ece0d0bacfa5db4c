import type { KubernetesObject } from '../manifests/kubernetes-object';

/** An object that breaks a rule. */
export interface Violation {
  /** The object. */
  readonly object: KubernetesObject;

  /** `where must be what, got value; what to do` */
  readonly message: string;
}

/** A rule for manifests. */
export interface Rule {
  /** Name by which people call the rule and waive it, in kebab-case. */
  readonly name: string;

  /**
   * How bad it is to break it: an `error` fails, a `warning` is only told.
   *
   * @default 'error'
   */
  readonly severity?: 'error' | 'warning';

  /** Why the rule exists, in one sentence. */
  readonly reason: string;

  /** Every violation in `objects`, which are all that is deployed together. */
  readonly check: (objects: readonly KubernetesObject[]) => readonly Violation[];
}
