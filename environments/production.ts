import type { EnvironmentInput } from './schema';

/** Three dedicated masters, hot nodes in three zones and a warm tier: loses a zone without losing a log or a search. */
export const production: EnvironmentInput = {
  name: 'production',

  elasticsearch: {
    zones: ['zone-a', 'zone-b', 'zone-c'],
    storageClass: 'fast-ssd',
    nodeSets: [
      { name: 'master', roles: ['master'], replicas: 3, memory: '4Gi', cpu: '1', storage: '20Gi' },
      {
        name: 'hot',
        roles: ['data_content', 'data_hot', 'ingest'],
        replicas: 6,
        memory: '32Gi',
        cpu: '8',
        storage: '1Ti',
      },
      {
        name: 'warm',
        roles: ['data_warm'],
        replicas: 3,
        memory: '16Gi',
        cpu: '4',
        storage: '8Ti',
        storageClass: 'standard-hdd',
      },
    ],
    indexReplicas: 1,
  },

  retention: {
    standard: { warmMinAge: '2d', deleteMinAge: '30d' },
    audit: { warmMinAge: '7d', deleteMinAge: '365d' },
  },
  routes: [
    { name: 'kubernetes', retention: 'standard', dailyIngest: '100Gi' },
    { name: 'payments', namespaces: ['payments', 'billing'], retention: 'audit', dailyIngest: '5Gi' },
    { name: 'identity', namespaces: ['identity'], retention: 'audit', dailyIngest: '2Gi' },
  ],

  fluentd: { cpu: '500m', memory: '1Gi', bufferSize: '20Gi' },
  kibana: {
    replicas: 2,
    ingressHost: 'kibana.example.com',
    ingressClassName: 'nginx',
    ingressTlsSecretName: 'kibana-ingress-tls',
  },
};
