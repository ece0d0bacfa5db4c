import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import { PropsError } from '../../../constructs/core';
import {
  Elasticsearch,
  type ElasticsearchProps,
  type NodeSetProps,
  writerRole,
} from '../../../constructs/elasticsearch';
import { all, hot, type Manifest, master, setUp } from './fixtures';

const warm: NodeSetProps = { ...all, name: 'warm', roles: ['data_warm'] };

test('names of all objects derive from the name of the cluster', () => {
  const { manifest } = setUp();
  expect(manifest.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
    'ConfigMap elasticsearch-all',
    'ConfigMap elasticsearch-roles',
    'ConfigMap elasticsearch-scripts',
    'NetworkPolicy elasticsearch',
    'PodDisruptionBudget elasticsearch',
    'Service elasticsearch',
    'Service elasticsearch-all',
    'Service elasticsearch-discovery',
    'Service elasticsearch-ready',
    'ServiceAccount elasticsearch',
    'StatefulSet elasticsearch-all',
  ]);
});

test('the name can be chosen', () => {
  const { cluster, find } = setUp({ name: 'search' });
  expect(find('StatefulSet', 'search-all').spec.serviceName).toBe('search-all');
  expect(cluster.endpoint).toMatchObject({
    url: 'https://search.logging.svc:9200',
    clientLabels: { 'search-client': 'true' },
  });
});

test('clients learn where the cluster is and how to be let in', () => {
  expect(setUp().cluster.endpoint).toEqual({
    url: 'https://elasticsearch.logging.svc:9200',
    majorVersion: 9,
    clientLabels: { 'elasticsearch-client': 'true' },
  });
});

test('the Secrets of a cluster', () => {
  const { cluster } = setUp({
    users: [{ username: 'fluentd', roles: ['writer'] }],
    serviceTokens: [{ account: 'elastic/kibana', tokenName: 'kibana' }],
  });
  expect(cluster.secrets).toMatchObject([
    {
      kind: 'tls',
      name: 'elasticsearch-http-tls',
      namespace: 'logging',
      authority: 'http',
      dnsNames: [
        'elasticsearch',
        'elasticsearch.logging',
        'elasticsearch.logging.svc',
        'elasticsearch.logging.svc.cluster.local',
        'localhost',
      ],
    },
    { kind: 'tls', name: 'elasticsearch-transport-tls', authority: 'transport' },
    { kind: 'credentials', name: 'elasticsearch-superuser', username: 'elastic' },
    { kind: 'credentials', name: 'elasticsearch-readiness', username: 'readiness' },
    {
      kind: 'file-realm',
      name: 'elasticsearch-file-realm',
      users: [
        { username: 'elastic', roles: ['superuser'] },
        { username: 'readiness', roles: ['readiness_probe'] },
        { username: 'fluentd', roles: ['writer'] },
      ],
      serviceTokens: [{ account: 'elastic/kibana', tokenName: 'kibana' }],
    },
  ]);
});

test('the StorageClass can be chosen, for a node set too', () => {
  const { find } = setUp({ storageClass: 'ssd', nodeSets: [master, hot, { ...warm, storageClass: 'hdd' }] });
  const classOf = (set: string) => find('StatefulSet', set).spec.volumeClaimTemplates[0].spec.storageClassName;
  expect([classOf('elasticsearch-hot'), classOf('elasticsearch-warm')]).toEqual(['ssd', 'hdd']);
});

test('the version is the default one, or the one chosen', () => {
  const image = (props: Partial<ElasticsearchProps>) =>
    setUp(props).find('StatefulSet', 'elasticsearch-all').spec.template.spec.containers[0].image;
  expect(image({})).toBe('docker.elastic.co/elasticsearch/elasticsearch:9.5.0');
  expect(image({ version: '8.19.8' })).toBe('docker.elastic.co/elasticsearch/elasticsearch:8.19.8');
  expect(setUp({ version: '8.19.8' }).cluster.endpoint.majorVersion).toBe(8);
});

test('requests go to all pods, or to all but dedicated masters', () => {
  const selects = (props: Partial<ElasticsearchProps>, set: string) => {
    const { find } = setUp(props);
    const { selector } = find('Service', 'elasticsearch').spec;
    const { labels } = find('StatefulSet', set).spec.template.metadata;
    return Object.entries(selector).every(([key, value]) => labels[key] === value);
  };
  expect(selects({}, 'elasticsearch-all')).toBe(true);
  expect(selects({ nodeSets: [master, hot] }, 'elasticsearch-hot')).toBe(true);
  expect(selects({ nodeSets: [master, hot] }, 'elasticsearch-master')).toBe(false);
});

test('nodes find masters that are not ready yet', () => {
  const { find } = setUp({ nodeSets: [master, hot] });
  const { spec } = find('Service', 'elasticsearch-discovery');
  expect(spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
  expect(find('StatefulSet', 'elasticsearch-master').spec.template.metadata.labels).toMatchObject(spec.selector);
  expect(find('StatefulSet', 'elasticsearch-hot').spec.template.metadata.labels).not.toMatchObject(spec.selector);
});

test('DNS knows the pods that serve and are ready, and no others', () => {
  const { find } = setUp({ nodeSets: [master, hot] });
  const { spec } = find('Service', 'elasticsearch-ready');
  expect(spec.clusterIP).toBe('None');
  expect(spec).not.toHaveProperty('publishNotReadyAddresses');
  expect(spec.selector).toEqual(find('Service', 'elasticsearch').spec.selector);
  const script = find('ConfigMap', 'elasticsearch-scripts').data['readiness.sh'];
  expect(script).toContain('! known elasticsearch-ready.logging.svc && known elasticsearch-discovery.logging.svc');
});

test('only one pod of the whole cluster may be evicted at a time', () => {
  const { manifest } = setUp({ nodeSets: [master, hot] });
  const budgets = manifest.filter(({ kind }) => kind === 'PodDisruptionBudget');
  expect(budgets.map(({ spec }) => spec)).toEqual([
    {
      maxUnavailable: 1,
      selector: {
        matchLabels: { 'app.kubernetes.io/name': 'elasticsearch', 'app.kubernetes.io/instance': 'elasticsearch' },
      },
    },
  ]);
});

test('clients come from the namespace of the cluster, or from those named', () => {
  const namespaces = (props: Partial<ElasticsearchProps>) =>
    setUp(props).find('NetworkPolicy', 'elasticsearch').spec.ingress[0].from[0].namespaceSelector.matchExpressions[0]
      .values;
  expect(namespaces({})).toEqual(['logging']);
  expect(namespaces({ clientNamespaces: ['logging', 'logging-agents'] })).toEqual(['logging', 'logging-agents']);
});

test('pods talk to each other and to DNS, and to nobody else', () => {
  const { egress } = setUp().find('NetworkPolicy', 'elasticsearch').spec;
  const own = { 'app.kubernetes.io/name': 'elasticsearch', 'app.kubernetes.io/instance': 'elasticsearch' };
  expect(egress).toEqual([
    { to: [{ podSelector: { matchLabels: own } }], ports: [{ port: 9300, protocol: 'TCP' }] },
    {
      ports: [
        { port: 53, protocol: 'TCP' },
        { port: 53, protocol: 'UDP' },
      ],
    },
  ]);
});

test('StatefulSets with data are deployed one after the other, colder ones first, and masters with the first', () => {
  const { cluster } = setUp({ nodeSets: [master, hot, warm] });
  const dependencies = cluster.statefulSets.map((set) => [
    set.name,
    set.node.dependencies.map(({ node }) => node.path).filter((path) => path.endsWith('/Resource')),
  ]);
  expect(dependencies).toEqual([
    ['elasticsearch-warm', []],
    ['elasticsearch-hot', ['test/elasticsearch/warm/Resource']],
    ['elasticsearch-master', []],
  ]);
});

test('pods start after what they read, what lets them through the network and what DNS tells them', () => {
  const { cluster } = setUp();
  const [statefulSet] = cluster.statefulSets;
  expect(statefulSet?.node.dependencies.map(({ node }) => node.path)).toEqual([
    'test/elasticsearch/all/config',
    'test/elasticsearch/all/service',
    'test/elasticsearch/scripts',
    'test/elasticsearch/roles',
    'test/elasticsearch/service-account',
    'test/elasticsearch/network-policy',
    'test/elasticsearch/discovery-service',
    'test/elasticsearch/ready-service',
  ]);
});

test('pods restart when their settings change, and not when roles change', () => {
  const annotations = (props: Partial<ElasticsearchProps>) =>
    setUp(props).find('StatefulSet', 'elasticsearch-all').spec.template.metadata.annotations;
  expect(annotations({ roles: { writer: writerRole(['payments']) } })).toEqual(annotations({}));
  expect(annotations({ allowMmap: false })).not.toEqual(annotations({}));
});

test('without mapped memory nothing is asked of the nodes', () => {
  const script = (props: Partial<ElasticsearchProps>) =>
    setUp(props).find('ConfigMap', 'elasticsearch-scripts').data['prepare.sh'];
  expect(script({})).toContain('sysctl');
  expect(script({ allowMmap: false })).not.toContain('sysctl');
});

test('the StatefulSet of a node set can be patched', () => {
  const { chart, cluster } = setUp();
  ApiObject.of(cluster.node.findChild('all')).addJsonPatch(JsonPatch.replace('/spec/replicas', 5));
  expect(Testing.synth(chart).find(({ kind }: Manifest) => kind === 'StatefulSet').spec.replicas).toBe(5);
});

test('fails with all mistakes at once', () => {
  const mistaken = () => setUp({ nodeSets: [{ ...all, replicas: 2, memory: '1Gi' }] });
  expect(mistaken).toThrow(PropsError);
  expect(mistaken).toThrowErrorMatchingInlineSnapshot(`
    [PropsError: [test/elasticsearch] nodeSets.all.memory must be at least 2Gi for nodes with data, got 1Gi; raise it
    [test/elasticsearch] the number of masters must be odd, since 2 tolerate no more failures than 1, got 2; use 1 or 3, or give masters a set of their own]
  `);
});

test('fails in a chart without a namespace', () => {
  const chart = new Chart(Testing.app(), 'test');
  expect(() => new Elasticsearch(chart, 'elasticsearch', { nodeSets: [all] })).toThrow(
    '[test/elasticsearch] the chart must have a namespace, since certificates and URLs contain it, got none; set it',
  );
});

test('logs that the cluster cannot hold are refused, next to no other mistake', () => {
  const ingests = [{ route: 'shop', dailyIngest: '1Gi', retention: '30d', replicas: 3 }] as const;
  expect(() => setUp({ ingests })).toThrow(
    '[test/elasticsearch] ingests.shop.replicas must be less than the number of hot data nodes (3), got 3; lower it to 2 or add nodes',
  );
  expect(() => setUp({ ingests: [{ ...ingests[0], dailyIngest: '100Mi', replicas: 1 }] })).not.toThrow();
  // Sizes that are not well formed are told, and nothing is counted with them.
  expect(() => setUp({ ingests, nodeSets: [{ ...all, storage: 'much' as '1Gi' }] })).toThrow(
    "[test/elasticsearch] nodeSets.all.storage must be a quantity such as 100Gi, got 'much'; correct it",
  );
});

test('what a cluster should not go without stands in an annotation', () => {
  expect(setUp().find('PodDisruptionBudget', 'elasticsearch').metadata).not.toHaveProperty('annotations');
  const { cluster, find } = setUp({ nodeSets: [{ ...all, replicas: 1 }] });
  expect(cluster.warnings).toHaveLength(2);
  expect(find('PodDisruptionBudget', 'elasticsearch').metadata.annotations).toEqual({
    'cdk8s-efk/warnings': cluster.warnings.join('\n'),
  });
});
