import type { EnvironmentInput } from './schema';

/** One small node that does everything: for trying things out, on a laptop or a shared test cluster. */
export const dev: EnvironmentInput = {
  name: 'dev',
  protectData: false,

  elasticsearch: {
    nodeSets: [
      {
        name: 'all',
        roles: ['master', 'data_content', 'data_hot', 'ingest'],
        replicas: 1,
        memory: '2Gi',
        cpu: '500m',
        storage: '10Gi',
      },
    ],
    allowMmap: false,
    indexReplicas: 0,
  },

  retention: {
    standard: { deleteMinAge: '3d' },
  },
  routes: [{ name: 'kubernetes', retention: 'standard', dailyIngest: '1Gi' }],

  fluentd: { cpu: '100m', memory: '512Mi', bufferSize: '1Gi' },
  kibana: { replicas: 1 },
};
