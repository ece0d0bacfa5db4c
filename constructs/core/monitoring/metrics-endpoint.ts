/** Pods that serve metrics over TLS. Components meet a monitoring by it. */
export interface MetricsEndpoint {
  /** Name of the workload. */
  readonly name: string;

  /** Labels of its pods. */
  readonly podLabels: Readonly<Record<string, string>>;

  /** Name of the port of the container. */
  readonly port: string;

  /** Number of the port. */
  readonly portNumber: number;

  /** Name that the certificate is for. */
  readonly serverName: string;

  /** Secret in the namespace of the pods whose key `ca.crt` is the authority of the certificate. */
  readonly authoritySecretName: string;
}
