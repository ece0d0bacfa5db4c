import { App, Chart } from 'cdk8s';
import {
  Elasticsearch,
  Fluentd,
  IlmPolicy,
  IndexTemplate,
  Kibana,
  Provisioner,
  provisionerRole,
  writerRole,
} from 'cdk8s-efk';
import type { Construct } from 'constructs';

/** What the logs are of: a data stream each. */
const routes = [{ name: 'shop', namespaces: ['shop'] }, { name: 'kubernetes' }];
const routeNames = routes.map(({ name }) => name);

/** Three nodes for the logs, and Kibana. */
class Search extends Chart {
  readonly elasticsearch: Elasticsearch;

  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'search', disableResourceNameHashes: true });

    this.elasticsearch = new Elasticsearch(this, 'logs', {
      name: 'logs',
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
      roles: { log_writer: writerRole(routeNames), log_provisioner: provisionerRole(routeNames) },
      users: [
        { username: 'fluentd', roles: ['log_writer'] },
        { username: 'provisioner', roles: ['log_provisioner'] },
      ],
      serviceTokens: [{ account: 'elastic/kibana', tokenName: 'kibana' }],
      clientNamespaces: ['search', 'agents'],
    });
    const { endpoint } = this.elasticsearch;

    const policy = new IlmPolicy(this, 'policy', { policyName: 'logs-month', deleteMinAge: '30d' });
    const template = new IndexTemplate(this, 'template', {
      templateName: 'logs-month',
      policyName: policy.policyName,
      routes: routeNames,
    });
    new Provisioner(this, 'provisioner', { elasticsearch: endpoint, objects: [policy, template] });
    new Kibana(this, 'kibana', { elasticsearch: endpoint });
  }
}

/** The collector on every node, in a namespace that may mount paths of the host. */
class Agents extends Chart {
  constructor(scope: Construct, id: string, { endpoint }: Elasticsearch) {
    super(scope, id, { namespace: 'agents', disableResourceNameHashes: true });

    new Fluentd(this, 'fluentd', { elasticsearch: endpoint, routes });
  }
}

const app = new App({ outdir: 'manifests' });
const search = new Search(app, 'search');
new Agents(app, 'agents', search.elasticsearch).addDependency(search);
app.synth();
