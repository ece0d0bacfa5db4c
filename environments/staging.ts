import type { EnvironmentInput } from './schema';

/** Production's shape at a fraction of its size: a data node in each of three zones, no warm tier. */
export const staging: EnvironmentInput = {
  name: 'staging',

  elasticsearch: {
    zones: ['zone-a', 'zone-b', 'zone-c'],
    nodeSets: [
      { name: 'master', roles: ['master'], replicas: 3, memory: '2Gi', cpu: '250m', storage: '10Gi' },
      {
        name: 'hot',
        roles: ['data_content', 'data_hot', 'ingest'],
        replicas: 3,
        memory: '4Gi',
        cpu: '1',
        storage: '100Gi',
      },
    ],
    indexReplicas: 1,
  },

  retention: {
    standard: { deleteMinAge: '7d' },
    audit: { deleteMinAge: '30d' },
  },
  routes: [
    { name: 'kubernetes', retention: 'standard', dailyIngest: '10Gi' },
    { name: 'payments', namespaces: ['payments'], retention: 'audit', dailyIngest: '1Gi' },
  ],

  fluentd: { cpu: '200m', memory: '512Mi', bufferSize: '5Gi' },
  kibana: { replicas: 1, ingressHost: 'kibana.staging.example.com', ingressTlsSecretName: 'kibana-ingress-tls' },
};
