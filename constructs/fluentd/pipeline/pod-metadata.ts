import { k8s } from 'cdk8s-plus-28';

import { type Mistake, shown } from '../../core';
import type { Footprint } from '../footprint';
import { ENV } from '../paths';
import { filter } from '../plugins';
import { keyMistakes } from '../pod/metadata';
import { rubyFiles } from '../ruby/required';
import type { Stage } from './chain';

/**
 * What of the pods that write logs becomes fields of them; nothing, `{}`, if their labels are only to select. It gives the collector the right to read pods, and a connection to
 * the API server from every node.
 */
export interface PodMetadata {
  /**
   * Keys of labels, for `kubernetes.labels`; `app.kubernetes.io/name` and `app.kubernetes.io/version` become `service.name` and
   * `service.version` as well, where a log does not say them itself.
   *
   * @default - none
   */
  readonly labels?: readonly string[];

  /**
   * Keys of annotations, for `kubernetes.annotations`.
   *
   * @default - none
   */
  readonly annotations?: readonly string[];
}

/** Labels of which `filter_pod_service.rb` makes fields. */
const OF_SERVICE = ['app.kubernetes.io/name', 'app.kubernetes.io/version'];

const VOLUME = 'api-access';

/** Where pods find the token of their account and the authority of the API server. */
const FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Ports of API servers: of their Service, and of themselves, where a network policy is applied after the translation. */
const API_PORTS = [443, 6443];

/**
 * What is wrong with what becomes fields, below the prop `podMetadata`.
 *
 * @param isSelecting whether treatments or routes select by labels, which need not become fields
 */
export function podMetadataMistakes({ labels, annotations }: PodMetadata, isSelecting: boolean): Mistake[] {
  if (!labels?.length && !annotations?.length && !isSelecting) {
    return [
      {
        path: ['podMetadata'],
        message:
          'must name labels or annotations unless a treatment or a route selects by labels, got none; name some, or leave it out',
      },
    ];
  }
  return Object.entries({ labels: labels ?? [], annotations: annotations ?? [] })
    .flatMap(([kind, keys]) =>
      keys.flatMap((key, index) => [
        ...keyMistakes([kind, index], key),
        ...(keys.indexOf(key) === index
          ? []
          : [{ path: [kind, index], message: `must be there once, got ${shown(key)} again; remove one` }]),
      ]),
    )
    .map(({ path, message }) => ({ path: ['podMetadata', ...path], message }));
}

/**
 * Adds to the logs of containers what is to be known of their pods, and watches these for the input that selects by labels.
 * Without it there is no stage, no right and no cost.
 */
export function podMetadataStages(metadata: PodMetadata | undefined): Stage[] {
  if (!metadata) return [];
  const { labels = [], annotations = [] } = metadata;
  return [
    {
      label: '@POD_METADATA',
      comment: 'Logs of containers with labels and annotations of their pods, which the API server tells',
      directives: () => [
        filter.podMetadata('**', {
          '@id': 'pod_metadata',
          // Of every pod.
          api_host: { env: 'KUBERNETES_SERVICE_HOST' },
          api_port: { env: 'KUBERNETES_SERVICE_PORT' },
          token_file: `${FOLDER}/token`,
          ca_file: `${FOLDER}/ca.crt`,
          node_name: { env: ENV.node },
          labels: [...labels],
          annotations: [...annotations],
        }),
      ],
      footprint: () => apiAccess(),
    },
  ];
}

/** Fields of the service of a pod; behind those that logs say themselves. */
export function podServiceStages({ labels = [] }: PodMetadata = {}): Stage[] {
  if (!labels.some((label) => OF_SERVICE.includes(label))) return [];
  return [
    {
      directives: () => [filter.podService('**', {})],
      footprint: () => ({ rubyFiles: rubyFiles('filter_pod_service') }),
    },
  ];
}

function apiAccess(): Footprint {
  return {
    rubyFiles: rubyFiles('filter_pod_metadata'),
    env: [{ name: ENV.node, valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    // Mounted here alone; the account of the pod mounts no token anywhere.
    volumes: [
      {
        name: VOLUME,
        projected: {
          sources: [
            { serviceAccountToken: { path: 'token', expirationSeconds: 3600 } },
            { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
          ],
        },
      },
    ],
    mounts: [{ name: VOLUME, mountPath: FOLDER, readOnly: true }],
    // No role can be for the pods of one node alone; what is asked for is.
    rights: [{ apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch'] }],
    egress: [{ ports: API_PORTS.map((port) => ({ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) })) }],
  };
}
