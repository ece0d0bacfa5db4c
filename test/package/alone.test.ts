import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';

import { dev } from '../../environments/dev';
import { defineEnvironment } from '../../package/environments';
import * as efk from '../../package/index';
import { defineStacks } from '../../package/stacks';

const NODE_SETS: readonly efk.NodeSetProps[] = [
  { name: 'all', roles: ['master', 'data'], replicas: 1, memory: '2Gi', cpu: '1', storage: '20Gi' },
];

/** Clusters that exist already, as their owners publish them, and how one signs in there. */
const CLUSTERS: Readonly<Record<string, { endpoint: efk.ElasticsearchEndpoint; signIn: efk.ClientCredentials }>> = {
  'self-managed': {
    endpoint: {
      url: 'https://search.example.com:9200',
      majorVersion: 9,
      authority: { configMapName: 'company-authorities', keys: { 'ca.crt': 'bundle.pem' } },
    },
    signIn: { credentials: { secretName: 'search-user' } },
  },
  'of Elastic Cloud': {
    endpoint: { url: 'https://logs.es.eu-central-1.aws.elastic.cloud', majorVersion: 9, authority: 'public' },
    signIn: { apiKey: { secretName: 'elastic-cloud', keys: { api_key: 'encoded' } } },
  },
  'of ECK': {
    endpoint: {
      url: 'https://logs-es-http.elastic.svc:9200',
      majorVersion: 8,
      authority: { secretName: 'logs-es-http-certs-public' },
    },
    signIn: {
      credentials: { secretName: 'logs-es-elastic-user', username: 'elastic', keys: { password: 'elastic' } },
    },
  },
};

const elasticsearch = { url: 'https://search.example.com:9200', majorVersion: 9 };
const routes = [{ name: 'kubernetes' }];

function newChart(): Chart {
  return new Chart(new App(), 'mine', { namespace: 'mine', disableResourceNameHashes: true });
}

function provisioner(chart: Construct, name: string): efk.Provisioner {
  const policy = new efk.IlmPolicy(chart, `${name}-policy`, { policyName: name, deleteMinAge: '30d' });
  return new efk.Provisioner(chart, name, { elasticsearch, name, objects: [policy] });
}

/** Every construct that makes pods, with a name of its own. */
const ALONE: Readonly<Record<string, (chart: Construct, name: string) => Construct>> = {
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

describe('two whole stacks', () => {
  /** A cluster, its policies, its Kibana and its collector, all named after one thing. */
  function stack(chart: Chart, name: string): void {
    const { endpoint } = new efk.Elasticsearch(chart, name, { name, nodeSets: NODE_SETS });
    new efk.Kibana(chart, `${name}-kibana`, { name: `${name}-kibana`, elasticsearch: endpoint });
    new efk.Fluentd(chart, `${name}-agent`, { name: `${name}-agent`, elasticsearch: endpoint, routes });
    const configMapName = `${name}-month`;
    const month = new efk.IlmPolicy(chart, configMapName, { configMapName, policyName: 'month', deleteMinAge: '30d' });
    new efk.Provisioner(chart, `${name}-provisioner`, {
      name: `${name}-provisioner`,
      elasticsearch: endpoint,
      objects: [month],
    });
  }

  test('fit into one namespace, with policies of one name', () => {
    const chart = newChart();
    stack(chart, 'shop');
    const first = namesOf(chart);
    stack(chart, 'bank');
    const both = namesOf(chart);

    expect(both).toHaveLength(2 * first.length);
    expect(new Set(both).size).toBe(both.length);
    const state = JSON.stringify(chart.toJson()).match(/\/var\/lib\/efk\/[^"]+/g);
    expect(state).toEqual(['/var/lib/efk/mine/shop-agent', '/var/lib/efk/mine/bank-agent']);
  });

  test.each(Object.entries(ALONE))('fail at synthesis with a %s of one name', (_, make) => {
    const chart = newChart();
    make(chart, 'one');
    make(new Chart(App.of(chart), 'elsewhere', { namespace: 'mine' }), 'one');
    expect(() => chart.toJson()).not.toThrow();

    make(new Construct(chart, 'again'), 'one');
    expect(() => chart.toJson()).toThrow(
      /^Validation failed with the following errors:\n {2}\[mine\] \w+ '[a-z-]*one[^']*' must be in a namespace once, got mine\/one/,
    );
  });

  test('of environments fit into one cluster, each with namespaces of its own', () => {
    const objects = ['blue', 'green'].flatMap((name) => {
      const environment = defineEnvironment({ ...dev, name, namespace: name, agentsNamespace: `${name}-agents` });
      return defineStacks(new App(), environment).charts.flatMap((chart) => chart.toJson() as ApiObject[]);
    });
    const keys = objects.map(({ kind, metadata }) => [kind, metadata.namespace, metadata.name].join('/'));
    expect(keys.length).toBeGreaterThan(50);
    expect(new Set(keys).size).toBe(keys.length);
    const state = JSON.stringify(objects).match(/\/var\/lib\/efk\/[^"]+/g);
    expect(state).toEqual(['/var/lib/efk/blue-agents/fluentd', '/var/lib/efk/green-agents/fluentd']);
  });
});

describe.each(Object.entries(CLUSTERS))('an Elasticsearch %s', (_, { endpoint, signIn }) => {
  const tls = { secretName: 'certificate' };
  const theirs = ['search-user', 'elastic-cloud', 'logs-es-elastic-user', 'logs-es-http-certs-public'];

  /** Names of all Secrets that pods of the chart read. */
  function readBy(chart: Chart): string[] {
    const found = JSON.stringify(chart.toJson()).matchAll(
      /"secretName":"([^"]+)"|"secretKeyRef":\{"key":"[^"]+","name":"([^"]+)"|"secret":\{[^{}]*"items":\[[^\]]*\],"name":"([^"]+)"/g,
    );
    return [...found].map((names) => names.slice(1).find(Boolean) ?? '');
  }

  test('takes logs', () => {
    const chart = newChart();
    const { daemonSet, secrets } = new efk.Fluentd(chart, 'fluentd', {
      elasticsearch: endpoint,
      routes,
      existingSecrets: { ...signIn, tls },
    });

    expect(JSON.stringify(chart.toJson())).toContain(`url ${endpoint.url}`);
    expect(ApiObject.of(daemonSet).toJson().spec.template.spec.containers[0].image).toContain(
      `elasticsearch${endpoint.majorVersion}`,
    );
    expect(secrets).toEqual([]);
    const read = readBy(chart);
    expect(read).toEqual(expect.arrayContaining(['certificate']));
    expect(read.filter((name) => ![...theirs, 'certificate'].includes(name))).toEqual([]);
  });

  test('is shown by Kibana', () => {
    const chart = newChart();
    const { secrets } = new efk.Kibana(chart, 'kibana', {
      elasticsearch: endpoint,
      existingSecrets: { tls, serviceToken: { secretName: 'token' }, encryptionKeys: { secretName: 'keys' } },
    });

    expect(JSON.stringify(chart.toJson())).toContain(endpoint.url);
    expect(secrets).toEqual([]);
    const read = readBy(chart);
    expect(read).toEqual(expect.arrayContaining(['certificate', 'token', 'keys']));
    expect(read.filter((name) => ![...theirs, 'certificate', 'token', 'keys'].includes(name))).toEqual([]);
  });

  test('gets policies', () => {
    const chart = newChart();
    const policy = new efk.IlmPolicy(chart, 'policy', { policyName: 'month', deleteMinAge: '30d' });
    const { secrets } = new efk.Provisioner(chart, 'provisioner', {
      elasticsearch: endpoint,
      objects: [policy],
      existingSecrets: signIn,
    });

    expect(secrets).toEqual([]);
    const read = readBy(chart);
    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((name) => !theirs.includes(name))).toEqual([]);
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
      "CANARY_RULES",
      "COLLECTOR_RULES",
      "ComponentTemplate",
      "DEFAULT_STACK_VERSION",
      "Elasticsearch",
      "ElasticsearchExporter",
      "Fluentd",
      "FluentdAggregator",
      "GrafanaDashboards",
      "GrafanaDataSource",
      "IlmPolicy",
      "IndexTemplate",
      "Kibana",
      "LogCanary",
      "PodMonitor",
      "PrometheusRules",
      "PropsError",
      "Provisioner",
      "STACK_VERSIONS",
      "SnapshotPolicy",
      "SnapshotRepository",
      "abnormalRule",
      "certManagerRules",
      "elasticsearchRules",
      "plugins",
      "provisionerRole",
      "readerRole",
      "watcherRole",
      "workloadRules",
      "writerRole",
    ]
  `);
});
