/** What tells the pods and objects of one component from all others. */
export interface ComponentIdentity {
  /** The software, e.g. `elasticsearch`. */
  readonly name: string;

  /** Which installation of it; the name of its main object, unique in a namespace. */
  readonly instance: string;

  /**
   * Which part of the installation, e.g. a node set.
   *
   * @default - the installation as a whole
   */
  readonly component?: string;
}

/**
 * Labels that select the pods of a component. They never carry a version or a construct path: selectors are immutable,
 * and a changed one replaces the workload.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 */
export function selectorLabels({ name, instance, component }: ComponentIdentity): Record<string, string> {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': instance,
    ...(component && { 'app.kubernetes.io/component': component }),
  };
}

/** Labels of every object of a component: its selector labels, what it is part of and who manages it. */
export function labels(identity: ComponentIdentity): Record<string, string> {
  return {
    ...selectorLabels(identity),
    'app.kubernetes.io/part-of': 'efk',
    'app.kubernetes.io/managed-by': 'cdk8s-efk',
  };
}
