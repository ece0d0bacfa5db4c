import { k8s } from 'cdk8s-plus-28';

import { selectorLabels } from '../core';
import { HTTP_PORT, TRANSPORT_PORT } from './names';
import type { ElasticsearchProps } from './props';

/** What the traffic rules of a cluster depend on. */
export interface TrafficInput {
  /** Name of the cluster. */
  readonly cluster: string;

  /** Labels of pods that may use the HTTP API. */
  readonly clientLabels: Readonly<Record<string, string>>;

  /** Namespace of the cluster. */
  readonly namespace: string;

  /** Whom else the nodes may talk to, and who may talk to them. */
  readonly props: Pick<ElasticsearchProps, 'clientNamespaces' | 's3Storage' | 'dnsPorts'>;
}

/**
 * Who may talk to the nodes, and to whom they may talk: clients to the HTTP API, nodes to nodes, nodes to DNS and to object
 * storage, if there is some. Otherwise nodes do not leave the cluster.
 */
export function trafficRules({ cluster, clientLabels, namespace, props }: TrafficInput): k8s.NetworkPolicySpec {
  const { clientNamespaces = [namespace], s3Storage, dnsPorts = [53] } = props;
  const nodes = { podSelector: { matchLabels: selectorLabels({ name: 'elasticsearch', instance: cluster }) } };
  const clients = {
    namespaceSelector: {
      matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [...clientNamespaces] }],
    },
    podSelector: { matchLabels: { ...clientLabels } },
  };
  return {
    podSelector: nodes.podSelector,
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      { from: [clients], ports: [tcp(HTTP_PORT)] },
      { from: [nodes], ports: [tcp(TRANSPORT_PORT)] },
    ],
    egress: [
      { to: [nodes], ports: [tcp(TRANSPORT_PORT)] },
      // To anywhere: DNS may be a pod, an address of the node or of the cloud.
      { ports: dnsPorts.flatMap((port) => [tcp(port), { ...tcp(port), protocol: 'UDP' }]) },
      // To anywhere as well: a policy knows addresses, and those of object storage change.
      ...(s3Storage ? [{ ports: [tcp(Number(new URL(s3Storage.endpoint).port || 443))] }] : []),
    ],
  };
}

function tcp(port: number): k8s.NetworkPolicyPort {
  return { port: k8s.IntOrString.fromNumber(port), protocol: 'TCP' };
}
