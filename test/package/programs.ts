/** A user's program with ten lines of ours and the rest of their own, next to what they have already. */
export const PROGRAM = `
import { App, Chart, JsonPatch, ApiObject, Yaml } from 'cdk8s';
import { ConfigMap, k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Elasticsearch, Fluentd, Kibana, provisionerRole, writerRole, type NodeSetProps } from 'cdk8s-efk';

const nodeSets: NodeSetProps[] = [
  { name: 'all', roles: ['master', 'data_content', 'data_hot', 'ingest'], replicas: 3, memory: '4Gi', cpu: '1', storage: '50Gi' },
];

class Search extends Chart {
  readonly elasticsearch: Elasticsearch;

  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'search', disableResourceNameHashes: true });
    this.elasticsearch = new Elasticsearch(this, 'search', {
      name: 'search',
      nodeSets,
      roles: { log_writer: writerRole(['shop']), log_provisioner: provisionerRole(['shop']) },
      users: [{ username: 'fluentd', roles: ['log_writer'] }],
      serviceTokens: [{ account: 'elastic/kibana', tokenName: 'kibana' }],
      clientNamespaces: ['search', 'agents'],
    });
    new Kibana(this, 'kibana', { elasticsearch: this.elasticsearch.endpoint });
    new ConfigMap(this, 'notes', { metadata: { name: 'notes' }, data: { owner: 'platform' } });
  }
}

class Agents extends Chart {
  constructor(scope: Construct, id: string, search: Search) {
    super(scope, id, { namespace: 'agents', disableResourceNameHashes: true });
    const tolerations: k8s.Toleration[] = [{ operator: 'Exists' }];
    const { daemonSet } = new Fluentd(this, 'fluentd', {
      elasticsearch: search.elasticsearch.endpoint,
      routes: [{ name: 'shop' }],
      pod: { tolerations },
    });
    ApiObject.of(daemonSet).addJsonPatch(JsonPatch.add('/metadata/annotations', { owner: 'platform' }));
    this.addDependency(search);
  }
}

const app = new App();
const search = new Search(app, 'search');
const agents = new Agents(app, 'agents', search);
const kinds = [search, agents].flatMap((chart) => chart.toJson().map(({ kind }: { kind: string }) => kind));
console.log(kinds.length, Yaml.stringify(...agents.toJson()).includes('owner: platform'));
`;

/** The same program without us: what a user would have anyway. */
export const PROGRAM_WITHOUT_US = `
import { App, Chart, JsonPatch, ApiObject, Yaml } from 'cdk8s';
import { ConfigMap, k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

class Agents extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'agents', disableResourceNameHashes: true });
    const tolerations: k8s.Toleration[] = [{ operator: 'Exists' }];
    const selector = { app: 'fluentd' };
    const daemonSet = new k8s.KubeDaemonSet(this, 'fluentd', {
      spec: {
        selector: { matchLabels: selector },
        template: { metadata: { labels: selector }, spec: { tolerations, containers: [{ name: 'fluentd' }] } },
      },
    });
    ApiObject.of(daemonSet).addJsonPatch(JsonPatch.add('/metadata/annotations', { owner: 'platform' }));
    new ConfigMap(this, 'notes', { metadata: { name: 'notes' }, data: { owner: 'platform' } });
  }
}

const agents = new Agents(new App(), 'agents');
console.log(Yaml.stringify(...agents.toJson()).includes('owner: platform'));
`;

/** A user's test of a Pulumi program: without engine, provider or cluster. It prints what was registered. */
export const PULUMI_PROGRAM = `
import { runtime } from '@pulumi/pulumi';
import { environmentNamed } from 'cdk8s-efk/environments';
import { EfkStack } from 'cdk8s-efk/pulumi';

const registered: string[][] = [];
await runtime.setMocks({
  call: ({ inputs }) => inputs,
  newResource: ({ type, name, inputs }) => {
    registered.push([type, name]);
    return { id: name, state: type === 'pulumi:index:Stash' ? { output: inputs.input, ...inputs } : inputs };
  },
});
const stack = new EfkStack('logging', environmentNamed('dev'));
const password = await new Promise((resolve) => stack.password?.apply(resolve));
await runtime.disconnect();
console.log(
  JSON.stringify({
    kibanaUrl: stack.kibanaUrl,
    password: typeof password,
    component: registered.map((resource) => resource.join(' ')).find((line) => line.includes('EfkStack')),
    objects: registered
      .filter(([type]) => type!.startsWith('kubernetes:'))
      .map(([, name]) => name)
      .sort(),
  }),
);
`;

/** Arguments of `tsc` for the ways in which programs are written. */
export const COMPILATIONS: Readonly<Record<string, readonly string[]>> = {
  'CommonJS, resolved like Node 10': ['--module', 'commonjs', '--moduleResolution', 'node10', '--esModuleInterop'],
  'a bundler': ['--module', 'esnext', '--moduleResolution', 'bundler'],
};
