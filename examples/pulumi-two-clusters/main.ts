import { Provider } from '@pulumi/kubernetes';
import { Config } from '@pulumi/pulumi';
import type { EnvironmentInput } from 'cdk8s-efk/environments';
import { EfkStack } from 'cdk8s-efk/pulumi';

const environment: EnvironmentInput = {
  name: 'logging',
  elasticsearch: {
    nodeSets: [
      {
        name: 'all',
        roles: ['master', 'data_content', 'data_hot', 'ingest'],
        replicas: 3,
        memory: '4Gi',
        cpu: '1',
        storage: '100Gi',
      },
    ],
    indexReplicas: 1,
  },
  retention: { month: { deleteMinAge: '30d' } },
  routes: [{ name: 'kubernetes', retention: 'month' }],
  fluentd: { cpu: '200m', memory: '512Mi', bufferSize: '1Gi' },
  kibana: { replicas: 1 },
};

const config = new Config();

const [east, west] = ['east', 'west'].map((cluster) => {
  const provider = new Provider(cluster, {
    kubeconfig: config.requireSecret(`${cluster}Kubeconfig`),
    // Otherwise an edited ConfigMap or Secret is deleted and created again under running pods.
    enableConfigMapMutable: true,
    enableSecretMutable: true,
  });
  const password = config.getSecret(`${cluster}Password`);
  return new EfkStack(cluster, environment, { provider, passwords: password ? { elastic: password } : {} });
});

export const eastKibana = east?.kibanaUrl;
export const eastPassword = east?.password;
export const westKibana = west?.kibanaUrl;
export const westPassword = west?.password;
