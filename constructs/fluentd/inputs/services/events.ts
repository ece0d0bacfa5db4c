import { k8s } from 'cdk8s-plus-28';

import { source } from '../../plugins';
import { rubyFiles } from '../../ruby/required';
import type { InputKind } from '../kind';
import { inputFolder, inputVolume } from '../own';

/** Events of the cluster: what the scheduler, the kubelets and controllers say of pods, nodes and other objects. */
export interface EventsInput {
  /**
   * Ports of the API server, of its Service and behind it, for the network policy.
   *
   * @default [443, 6443]
   */
  readonly apiPorts?: readonly number[];
}

const DEFAULT_PORTS = [443, 6443];

/** @see https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/ */
export const EVENTS: InputKind<EventsInput> = {
  tiers: ['aggregator'],
  once: true,
  mistakes: ({ apiPorts = DEFAULT_PORTS }) =>
    apiPorts.length === 0 || apiPorts.some((port) => !Number.isInteger(port) || port < 1 || port > 65_535)
      ? [
          {
            path: ['apiPorts'],
            message: `must be ports (1 to 65535), got ${JSON.stringify(apiPorts)}; write for example [443, 6443]`,
          },
        ]
      : [],
  footprint: ({ apiPorts = DEFAULT_PORTS }, context) => ({
    rights: [{ apiGroups: [''], resources: ['events'], verbs: ['get', 'list', 'watch'] }],
    volumes: [
      {
        name: inputVolume(context),
        projected: {
          sources: [
            { serviceAccountToken: { path: 'token', expirationSeconds: 3600 } },
            { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
          ],
        },
      },
    ],
    mounts: [{ name: inputVolume(context), mountPath: inputFolder(context), readOnly: true }],
    // Its address is known to the cluster alone.
    egress: [{ ports: apiPorts.map((port) => ({ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) })) }],
    rubyFiles: rubyFiles('in_kubernetes_events'),
  }),
  parts: (_, { name, id, label, state }) => ({
    fields: ['log', 'event', 'kubernetes', 'orchestrator'],
    sources: [
      source.kubernetesEvents({
        '@id': id,
        '@label': label,
        tag: name,
        token_path: `${inputFolder({ name })}/token`,
        ca_path: `${inputFolder({ name })}/ca.crt`,
        pos_file: `${state}/version`,
      }),
    ],
  }),
};
