import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';

import * as efk from '../../package/index';

const NODE_SETS: readonly efk.NodeSetProps[] = [
  { name: 'all', roles: ['master', 'data'], replicas: 1, memory: '2Gi', cpu: '1', storage: '20Gi' },
];

/** Clusters that exist already, as their owners publish them. */
const ENDPOINTS: Readonly<Record<string, efk.ElasticsearchEndpoint>> = {
  'self-managed': { url: 'https://search.example.com:9200', majorVersion: 9 },
  'of Elastic Cloud': { url: 'https://logs.es.eu-central-1.aws.elastic.cloud', majorVersion: 9 },
  'of ECK': { url: 'https://logs-es-http.elastic.svc:9200', majorVersion: 8 },
};

const elasticsearch = { url: 'https://search.example.com:9200', majorVersion: 9 };
const routes = [{ name: 'kubernetes' }];

function newChart(): Chart {
  return new Chart(new App(), 'mine', { namespace: 'mine', disableResourceNameHashes: true });
}

function provisioner(chart: Chart, name: string): efk.Provisioner {
  const policy = new efk.IlmPolicy(chart, `${name}-policy`, { policyName: name, deleteMinAge: '30d' });
  return new efk.Provisioner(chart, name, { elasticsearch, name, objects: [policy] });
}

/** Every construct that makes pods, with a name of its own. */
const ALONE: Readonly<Record<string, (chart: Chart, name: string) => Construct>> = {
  Elasticsearch: (chart, name) => new efk.Elasticsearch(chart, name, { name, nodeSets: NODE_SETS }),
  Fluentd: (chart, name) => new efk.Fluentd(chart, name, { name, elasticsearch, routes }),
  Kibana: (chart, name) => new efk.Kibana(chart, name, { name, elasticsearch }),
  Provisioner: provisioner,
};

function namesOf(chart: Chart): string[] {
  return (chart.toJson() as ApiObject[]).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
}

describe.each(Object.entries(ALONE))('%s', (_, make) => {
  test('stands alone', () => {
    const chart = newChart();
    make(chart, 'one');
    expect(namesOf(chart).length).toBeGreaterThan(3);
  });

  test('stands next to another in one namespace, without a name or a selector in common', () => {
    const chart = newChart();
    make(chart, 'one');
    const first = namesOf(chart);
    make(chart, 'two');
    const both = namesOf(chart);

    expect(new Set(both).size).toBe(both.length);
    expect(both).toHaveLength(2 * first.length);
    const selectors = chart
      .toJson()
      .flatMap(({ kind, spec }: { kind: string; spec?: { selector?: unknown } }) =>
        /Set$|Deployment/.test(kind) ? [JSON.stringify(spec?.selector)] : [],
      );
    expect(new Set(selectors).size).toBe(selectors.length);
  });

  test('has its main object as Resource, which can be patched', () => {
    const chart = newChart();
    make(chart, 'one');
    // The sets of nodes of a cluster are constructs of their own, each with a main object.
    const [object] = chart.node
      .findAll()
      .filter((construct) => ApiObject.isApiObject(construct) && construct.node.id === 'Resource')
      .filter((construct) => /Set$|Deployment|Job/.test((construct as ApiObject).kind));
    (object as ApiObject).addJsonPatch(JsonPatch.add('/spec/template/spec/dnsPolicy', 'Default'));
    expect(JSON.stringify(chart.toJson())).toContain('"dnsPolicy":"Default"');
  });
});

describe.each(Object.entries(ENDPOINTS))('an Elasticsearch %s', (_, endpoint) => {
  test('takes logs, with the user and the authority of Secrets that exist', () => {
    const chart = newChart();
    const { daemonSet } = new efk.Fluentd(chart, 'fluentd', {
      elasticsearch: endpoint,
      routes,
      credentialsSecretName: 'their-user',
      tlsSecretName: 'their-authority',
    });
    const text = JSON.stringify(chart.toJson());

    expect(text).toContain(`hosts ${endpoint.url}`);
    const { template } = ApiObject.of(daemonSet).toJson().spec;
    expect(JSON.stringify(template)).toContain('their-user');
    expect(JSON.stringify(template)).toContain('their-authority');
    expect(template.spec.containers[0].image).toContain(`elasticsearch${endpoint.majorVersion}`);
  });

  test('is shown by Kibana', () => {
    const chart = newChart();
    new efk.Kibana(chart, 'kibana', { elasticsearch: endpoint });
    expect(JSON.stringify(chart.toJson())).toContain(endpoint.url);
  });
});

test('a construct of ours is part of one of yours', () => {
  class CompanySearch extends Construct {
    constructor(scope: Construct, id: string) {
      super(scope, id);
      const { service } = new efk.Elasticsearch(this, 'elasticsearch', { nodeSets: NODE_SETS });
      new k8s.KubeConfigMap(this, 'catalogue', { metadata: { name: 'catalogue' }, data: { service: service.name } });
    }
  }
  const chart = newChart();
  new CompanySearch(chart, 'search');

  // The path of a construct is in no name: moving one into another renames nothing.
  const moved = newChart();
  new efk.Elasticsearch(moved, 'elasticsearch', { nodeSets: NODE_SETS });
  expect(namesOf(chart).filter((name) => name !== 'ConfigMap/catalogue')).toEqual(namesOf(moved));
  expect(JSON.stringify(chart.toJson())).toContain('"service":"elasticsearch"');
});

test('what is exported is what is documented', () => {
  expect(Object.keys(efk).sort()).toMatchInlineSnapshot(`
    [
      "ComponentTemplate",
      "DEFAULT_STACK_VERSION",
      "Elasticsearch",
      "Fluentd",
      "IlmPolicy",
      "IndexTemplate",
      "Kibana",
      "PropsError",
      "Provisioner",
      "STACK_VERSIONS",
      "SnapshotPolicy",
      "SnapshotRepository",
      "provisionerRole",
      "writerRole",
    ]
  `);
});
