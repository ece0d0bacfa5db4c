import { App } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { mistakesOf } from '../../../constructs/elasticsearch/validation';
import { defineEnvironment, environmentNamed, environmentSizing } from '../../../environments';
import { production } from '../../../environments/production';
import { defineStacks } from '../../../stacks';

/** Whatever is rendered. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into objects of every kind
type Rendered = any;

const { charts, secrets } = defineStacks(new App(), environmentNamed('production'));
const objects: Rendered[] = charts.flatMap((chart) => chart.toJson());
const ofKind = (kind: string) => objects.filter((object) => object.kind === kind);
const named = (kind: string, name: string) => ofKind(kind).find((object) => object.metadata.name === name);
const statefulSets = ofKind('StatefulSet');
const pods = statefulSets.map(({ spec }) => spec.template.spec);
const containers = pods.map(({ containers: [main] }) => main);
const settings: Record<string, unknown>[] = statefulSets.map(({ metadata }) =>
  parse(named('ConfigMap', metadata.name).data['elasticsearch.yml']),
);

/** What a plain StatefulSet must reproduce of Elastic's operator, as production is rendered. */
describe('production', () => {
  test('1: pods start together and find each other before they are ready', () => {
    for (const { spec } of statefulSets) expect(spec.podManagementPolicy).toBe('Parallel');
    const discovery = named('Service', 'elasticsearch-discovery');
    expect(discovery.spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
    for (const yml of settings) expect(yml['discovery.seed_hosts']).toEqual(['elasticsearch-discovery.logging.svc']);
  });

  test('2: a cluster is started once, and not again when masters are added', () => {
    for (const yml of settings) expect(Object.keys(yml)).not.toContain('cluster.initial_master_nodes');
    const script = named('ConfigMap', 'elasticsearch-scripts').data['prepare.sh'];
    expect(script).toMatch(
      /if \[ "\$POD_NAME" = elasticsearch-master-0 \] && \[ ! -e \S+\.joined-cluster \]; then\s+echo 'cluster\.initial_master_nodes/,
    );
    for (const { spec } of statefulSets) expect(spec.volumeClaimTemplates).toHaveLength(1);

    const [master, ...others] = production.elasticsearch.nodeSets;
    const nodeSets = [{ ...master, replicas: 5 }, ...others] as typeof production.elasticsearch.nodeSets;
    const larger = defineEnvironment({ ...production, elasticsearch: { ...production.elasticsearch, nodeSets } });
    const scripts = defineStacks(new App(), larger)
      .charts.flatMap((chart): Rendered[] => chart.toJson())
      .find(({ metadata }) => metadata.name === 'elasticsearch-scripts');
    expect(scripts.data['prepare.sh']).toBe(script);
  });

  test('3: TLS on both layers, from directories that follow their Secret', () => {
    for (const yml of settings) {
      expect(yml).toMatchObject({
        'xpack.security.transport.ssl.enabled': true,
        'xpack.security.http.ssl.enabled': true,
      });
    }
    for (const { volumeMounts } of containers) {
      for (const mount of volumeMounts) expect(mount).not.toHaveProperty('subPath');
    }
  });

  test('4: ready when joined and the cluster is green; nothing kills a node that recovers', () => {
    for (const container of containers) {
      expect(container.readinessProbe.exec.command).toEqual(['/bin/bash', '/mnt/scripts/readiness.sh']);
      expect(container).not.toHaveProperty('livenessProbe');
      expect(container).not.toHaveProperty('startupProbe');
    }
    expect(named('ConfigMap', 'elasticsearch-scripts').data['readiness.sh']).toContain('/_cluster/health?');
    for (const yml of settings) expect(yml['readiness.port']).toBe(8080);
  });

  test('5: a pod that stops waits for Services to notice, and has time', () => {
    for (const { lifecycle } of containers) expect(lifecycle.preStop.exec.command.join(' ')).toMatch(/sleep 20$/);
    for (const pod of pods) expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(120);
  });

  test('6: no privilege, no writable image', () => {
    for (const pod of pods) {
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        runAsUser: 1000,
        fsGroup: 1000,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      });
      for (const container of [...pod.containers, ...pod.initContainers]) {
        expect(container.securityContext).toMatchObject({
          privileged: false,
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
      }
    }
  });

  test('7: the kernel setting is checked, with its remedy', () => {
    const script = named('ConfigMap', 'elasticsearch-scripts').data['prepare.sh'];
    expect(script).toContain('-lt 262144');
    expect(script).toContain('sysctl -w vm.max_map_count=1048576');
  });

  test('8: Elasticsearch chooses its heap from a memory limit that is also requested', () => {
    for (const { env, resources } of containers) {
      expect(env.map(({ name }: { name: string }) => name)).not.toContain('ES_JAVA_OPTS');
      expect(resources.limits.memory).toBe(resources.requests.memory);
      expect(resources.limits).not.toHaveProperty('cpu');
    }
  });

  test('9: one pod of the whole cluster may be evicted at a time; a single master or data node is warned of', () => {
    const budgets = ofKind('PodDisruptionBudget').filter(
      ({ spec }) => spec.selector.matchLabels['app.kubernetes.io/name'] === 'elasticsearch',
    );
    expect(budgets.map(({ spec }) => spec)).toEqual([
      {
        maxUnavailable: 1,
        selector: {
          matchLabels: { 'app.kubernetes.io/name': 'elasticsearch', 'app.kubernetes.io/instance': 'elasticsearch' },
        },
      },
    ]);
    const warnings = (name: string) => environmentSizing(environmentNamed(name)).warnings;
    expect(warnings('production')).toEqual([]);
    expect(warnings('dev')).toMatchObject(
      [/^masters should be/, /^nodes with 'data_hot'/].map((text) => expect.stringMatching(text)),
    );
  });

  test('10: a StatefulSet with data is in one zone, and its nodes know it', () => {
    const zones = ['zone-a', 'zone-b', 'zone-c'];
    const data = settings.filter((yml) => JSON.stringify(yml['node.roles']).includes('data'));
    expect(data.map((yml) => yml['node.attr.zone'])).toEqual([...zones, ...zones]);
    for (const yml of settings) {
      expect(yml['cluster.routing.allocation.awareness.attributes']).toEqual(['k8s_node_name', 'zone']);
      expect(yml['cluster.routing.allocation.awareness.force.zone.values']).toEqual(zones);
    }
  });

  test('11: warm nodes restart before hot ones, masters last; Kibana never runs in two versions', () => {
    expect(statefulSets.map(({ metadata }) => metadata.name.replace(/-[abc]$/, ''))).toEqual([
      ...Array(3).fill('elasticsearch-warm'),
      ...Array(3).fill('elasticsearch-hot'),
      'elasticsearch-master',
    ]);
    const [kibana] = ofKind('Deployment');
    expect(kibana.spec.strategy).toEqual({ type: 'Recreate' });
  });

  test('12: Kibana has a service token in a file, Fluentd a user of its own; neither is elastic', () => {
    const realm = secrets.find(({ kind }) => kind === 'file-realm');
    expect(realm).toMatchObject({ serviceTokens: [{ account: 'elastic/kibana' }] });
    const users = secrets
      .filter(({ kind }) => kind === 'credentials')
      .map((secret) => 'username' in secret && secret.username);
    expect(users.filter((user) => user === 'elastic')).toHaveLength(1);
    expect(users).toContain('fluentd');
  });

  test('13: templates win over those built in, and guard the mapping', () => {
    for (const { data } of ofKind('ConfigMap').filter(({ metadata }) => /^index-template-/.test(metadata.name))) {
      const body = JSON.parse(data['template.json']);
      expect(body.priority).toBe(501);
      expect(body.template.settings).toMatchObject({
        'index.mode': 'logsdb',
        'index.mapping.source.mode': 'stored',
        'index.mapping.total_fields.ignore_dynamic_beyond_limit': true,
      });
      expect(body.template.mappings.properties.kubernetes.properties.labels.type).toBe('flattened');
      expect(body.template.data_stream_options.failure_store.enabled).toBe(true);
    }
    for (const { data } of ofKind('ConfigMap').filter(({ metadata }) => /^ilm-policy-/.test(metadata.name))) {
      expect(JSON.parse(data['policy.json']).policy.phases.delete.actions).toHaveProperty('delete');
    }
  });

  test('14: who writes logs touches no template and makes no data stream; both are there first', () => {
    const roles = parse(named('ConfigMap', 'elasticsearch-roles').data['roles.yml']);
    expect(roles.log_writer.cluster).toEqual(['cluster:monitor/main']);
    const [written] = roles.log_writer.indices;
    expect(written.privileges).toEqual(['create_doc', 'indices:admin/mapping/auto_put']);
    const { data } = ofKind('ConfigMap').find(({ metadata }) => metadata.name === 'provisioner');
    const requests: { dataStreams?: string[] }[] = JSON.parse(data['requests.json']);
    expect(requests.flatMap(({ dataStreams = [] }) => dataStreams).sort()).toEqual([...written.names].sort());
    const fluentd = charts.find(({ node }) => node.id === 'fluentd');
    expect(fluentd?.node.dependencies.map(({ node }) => node.id)).toContain('lifecycle');
  });

  test('15: nothing needs more than the Basic licence', () => {
    const bodies = ofKind('ConfigMap').filter(({ metadata }) => /^(index-template|ilm-policy)-/.test(metadata.name));
    const text = JSON.stringify([bodies, settings]);
    for (const paid of ['searchable_snapshot', 'data_frozen', '"synthetic"', 'frozen_after']) {
      expect(text).not.toContain(paid);
    }
    const frozen = {
      name: 'frozen',
      roles: ['data_frozen'],
      replicas: 3,
      memory: '8Gi',
      cpu: '1',
      storage: '1Ti',
    } as const;
    expect(
      mistakesOf({ nodeSets: [...production.elasticsearch.nodeSets, { ...frozen, roles: ['data_frozen'] }] }),
    ).toEqual([
      "nodeSets.frozen.roles must not include 'data_frozen', which needs an Enterprise licence, got it; remove it",
    ]);
  });

  test('16: the keys of Kibana are a Secret that stays', () => {
    expect(secrets.filter(({ kind }) => kind === 'keys')).toHaveLength(1);
    expect(named('ConfigMap', 'kibana').data['kibana.yml']).not.toMatch(/encryptionKey: (?!\$\{)/);
  });
});
