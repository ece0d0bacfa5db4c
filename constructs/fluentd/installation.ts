/** Which Fluentd it is, if there are several in a cluster. */
export interface Installation {
  /** Namespace of the DaemonSet. */
  readonly namespace: string;

  /** Name of the DaemonSet. */
  readonly name: string;
}
