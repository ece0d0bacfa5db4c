import { k8s } from 'cdk8s-plus-28';

import type { Mistake } from '../../../core';
import { mistakeIn } from '../../../core';
import type { Footprint } from '../../footprint';
import type { InputContext, InputPort } from '../kind';
import { type InputPeers, peerMistakes, policyPeers, policyPort } from './peers';

/** How an input is reached from elsewhere. */
export interface InputService {
  /**
   * `ClusterIP` for senders of the cluster; `NodePort` and `LoadBalancer` for others. The address of the sender is kept.
   *
   * @default 'ClusterIP'
   */
  readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';

  /**
   * Annotations of the Service, which load balancers of many clouds are set up with.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What inputs that listen have in common. */
export interface ListeningInput {
  /** Who may send; a network policy keeps all others away. */
  readonly from: InputPeers;

  /**
   * How the input is reached: a Service named after the collector and the input. On every node it leads to the collector of
   * the sender's own node.
   *
   * @default { type: 'ClusterIP' }
   */
  readonly service?: InputService;
}

/** A port that people send to. */
export interface ExposedPort {
  /** Name of the port, of the protocol that is spoken. */
  readonly name: string;

  /** Its number, at the Service. */
  readonly port: number;

  /** Protocol of the network. */
  readonly protocol: 'TCP' | 'UDP';

  /**
   * Number of the port that the container listens on.
   *
   * @default - `port`, or one above 10,000 for those below 1024, which it may not
   */
  readonly target?: number;
}

/** Types of Services. */
export const SERVICE_TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer'] as const;

/** The port that the container listens on. */
export function containerPort({ port, target }: Pick<ExposedPort, 'port' | 'target'>): number {
  return target ?? (port < 1024 ? port + 10_000 : port);
}

/** Name of the Service of an input. */
export function serviceName({ name, own }: InputContext): string {
  return `${own.name}-${name}`;
}

/** Ports on which the container listens, for those that must not be taken twice. */
export function listeningPorts(ports: readonly (ExposedPort & { readonly path: Mistake['path'] })[]): InputPort[] {
  return ports.map((port) => ({ port: containerPort(port), protocol: port.protocol, path: port.path }));
}

/** What is wrong with how an input listens. */
export function listeningMistakes(input: ListeningInput): Mistake[] {
  return peerMistakes(input.from);
}

/** What is wrong with a port. */
export function portMistakes(path: Mistake['path'], port: number | undefined): Mistake[] {
  const isPort = port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65_535);
  return mistakeIn(path, isPort, 'a port (1 to 65535)', port, 'choose one in that range');
}

/** What an input needs of the pod and around it so that it is reached. */
export function exposure(
  { from, service = {} }: ListeningInput,
  ports: readonly ExposedPort[],
  context: InputContext,
): Pick<Required<Footprint>, 'ports' | 'ingress' | 'services'> {
  return {
    ports: ports.map((port) => ({
      name: `${port.name}-${containerPort(port)}`,
      containerPort: containerPort(port),
      protocol: port.protocol,
    })),
    ingress: [
      {
        from: policyPeers(from),
        ports: ports.map((port) => policyPort(port.protocol, containerPort(port))),
      },
    ],
    services: [
      {
        name: serviceName(context),
        type: service.type ?? 'ClusterIP',
        annotations: service.annotations ?? {},
        ports: ports.map((port) => ({
          name: port.name,
          port: port.port,
          protocol: port.protocol,
          targetPort: k8s.IntOrString.fromNumber(containerPort(port)),
        })),
      },
    ],
  };
}
