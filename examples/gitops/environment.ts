import { defineEnvironment } from 'cdk8s-efk/environments';

/** What Argo CD keeps in the cluster. It makes no Secret itself: all of them exist, by External Secrets. */
export const environment = defineEnvironment({
  name: 'production',
  credentials: 'existing',
  certificates: 'existing',
  elasticsearch: {
    nodeSets: [
      {
        name: 'all',
        roles: ['master', 'data_content', 'data_hot', 'ingest'],
        replicas: 3,
        memory: '8Gi',
        cpu: '2',
        storage: '500Gi',
      },
    ],
    indexReplicas: 1,
  },
  retention: { month: { deleteMinAge: '30d' } },
  routes: [{ name: 'kubernetes', retention: 'month' }],
  fluentd: { cpu: '200m', memory: '512Mi', bufferSize: '1Gi' },
  kibana: { replicas: 2 },
});

/** Key of the store under which the content of a Secret stands. */
export function storeKey({ namespace, name }: { namespace: string; name: string }): string {
  return `efk/${environment.name}/${namespace}/${name}`;
}
