import { k8s } from 'cdk8s-plus-28';

import {
  type CpuQuantity,
  ELASTICSEARCH_EXPORTER_IMAGE,
  type ElasticsearchEndpoint,
  type MemoryQuantity,
  RESTRICTED_CONTAINER,
  resources,
  restrictedPod,
  secretVariable,
  tlsVolume,
} from '../../core';
import type { ExporterSecrets } from './exporter-secrets';

/** Port on which the exporter serves metrics. */
export const EXPORTER_PORT = 9114;

/** Uid and gid of the image. */
const NOBODY = 65534;

const PATHS = { tls: '/mnt/tls', config: '/mnt/config' } as const;

/** How the exporter serves: over TLS. It reads both files again for each connection. */
export const WEB_CONFIG = {
  tls_server_config: { cert_file: `${PATHS.tls}/tls.crt`, key_file: `${PATHS.tls}/tls.key` },
};

/** What the pod depends on. */
export interface ExporterPodInput {
  /** Name of the Deployment, of its ServiceAccount and of its ConfigMap. */
  readonly name: string;

  /** The cluster that is watched. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** Processor time requested. */
  readonly cpu: CpuQuantity;

  /** Memory requested and limited. */
  readonly memory: MemoryQuantity;

  /** Whether the counters of snapshots are served. */
  readonly snapshots: boolean;

  /** The Secrets that the pod reads. */
  readonly secrets: ExporterSecrets;
}

/** Flags of the exporter, with the collectors that our rules need. None asks for more when there are more logs. */
export function exporterFlags({ elasticsearch, snapshots }: Pick<ExporterPodInput, 'elasticsearch' | 'snapshots'>) {
  return [
    `--es.uri=${elasticsearch.url}`,
    ...(elasticsearch.authority === 'public' ? [] : [`--es.ca=${PATHS.tls}/ca.crt`]),
    // Of all nodes, not only of the one that answers.
    '--es.all',
    '--collector.health-report',
    '--collector.ilm',
    // How large the logs of each route are.
    '--collector.data-stream',
    // Not `snapshots`, which reads every snapshot of a repository at each scrape.
    ...(snapshots ? ['--collector.slm'] : []),
    `--web.config.file=${PATHS.config}/web.yml`,
    '--log.format=json',
  ];
}

/** The pod of an exporter. */
export function exporterPod(input: ExporterPodInput): k8s.PodSpec {
  const { name, elasticsearch, cpu, memory, secrets } = input;
  return {
    serviceAccountName: name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: restrictedPod(NOBODY),
    containers: [
      {
        name: 'exporter',
        image: ELASTICSEARCH_EXPORTER_IMAGE,
        args: exporterFlags(input),
        env: signIn(secrets),
        ports: [{ name: 'metrics', containerPort: EXPORTER_PORT }],
        resources: resources({ cpu, memory }),
        // Whether it serves, not whether Elasticsearch does: that is what the metrics tell.
        readinessProbe: {
          httpGet: { path: '/healthz', port: k8s.IntOrString.fromString('metrics'), scheme: 'HTTPS' },
          periodSeconds: 10,
          timeoutSeconds: 5,
        },
        securityContext: RESTRICTED_CONTAINER,
        volumeMounts: [
          { name: 'config', mountPath: PATHS.config, readOnly: true },
          { name: 'tls', mountPath: PATHS.tls, readOnly: true },
        ],
      },
    ],
    volumes: [{ name: 'config', configMap: { name } }, tlsVolume(secrets.tls, elasticsearch.authority)],
  };
}

function signIn({ signIn }: ExporterSecrets): k8s.EnvVar[] {
  if ('apiKey' in signIn) return [secretVariable('ES_API_KEY', signIn.apiKey, 'api_key')];
  const { user } = signIn;
  return [
    user.username === undefined
      ? secretVariable('ES_USERNAME', user, 'username')
      : { name: 'ES_USERNAME', value: user.username },
    secretVariable('ES_PASSWORD', user, 'password'),
  ];
}
