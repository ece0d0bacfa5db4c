import type { EnvironmentInput } from '../../../environments';
import { production } from '../../../environments/production';

/** An environment that is right, and says everything that one can say. */
export const FULL: EnvironmentInput = {
  ...production,
  version: '9.5.0',
  namespace: 'logging',
  agentsNamespace: 'logging-agents',
  protectData: true,
  credentials: 'existing',
  certificates: 'cert-manager',
  certificateIssuer: 'company-ca',
  elasticsearch: { ...production.elasticsearch, allowMmap: true },
  retention: {
    standard: { hotMaxAge: '1d', hotMaxPrimaryShardSize: '50gb', warmMinAge: '2d', deleteMinAge: '30d' },
    audit: {
      hotMaxAge: '1d',
      hotMaxPrimaryShardSize: '50gb',
      warmMinAge: '7d',
      deleteMinAge: '365d',
      snapshotRetention: '2555d',
    },
  },
  snapshots: { endpoint: 'https://s3.example.com', region: 'eu-1', bucket: 'example-logs', secretName: 's3' },
  fluentd: {
    cpu: '500m',
    cpuLimit: '2',
    memory: '1Gi',
    memoryRequest: '768Mi',
    bufferSize: '20Gi',
    bufferVolume: { hostPath: { path: '/data/efk' } },
    exclude: { namespaces: ['kube-*'], pods: ['*-debug'] },
    containerRuntime: 'cri',
    limits: {
      eventSize: '512Ki',
      eventLines: 500,
      eventAge: '5s',
      heldSize: '16Mi',
      chunkSize: '8Mi',
      deadLetterSize: '128Mi',
    },
    logLevel: 'warn',
    image: {
      registry: 'registry.example.com',
      repository: 'logging/fluentd',
      tag: '1.4',
      digest: `sha256:${'0'.repeat(64)}`,
      plugins: ['fluent-plugin-prometheus'],
    },
    pod: {
      labels: { team: 'platform' },
      annotations: { 'example.com/note': 'anything' },
      nodeSelector: { pool: 'apps' },
      tolerations: [{ key: 'gpu', operator: 'Equal', value: 'yes', effect: 'NoExecute', tolerationSeconds: 300 }],
      priorityClassName: 'agents',
      imagePullSecrets: [{ name: 'registry' }],
      seLinuxOptions: { level: 's0', role: 'system_r', type: 'spc_t', user: 'system_u' },
      env: [
        { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'tokens', key: 'archive' } } },
        { name: 'REGION', value: 'eu' },
      ],
    },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%' } },
    resourceQuota: { pods: 500 },
  },
  kibana: {
    replicas: 2,
    memory: '2Gi',
    ingressHost: 'kibana.example.com',
    ingressClassName: 'nginx',
    ingressTlsSecretName: 'kibana-ingress-tls',
  },
};
