import { expect, test } from 'vitest';

import type { NodeSetProps } from '../../../../constructs/elasticsearch';
import { type SettingsInput, settings, settingsYaml } from '../../../../constructs/elasticsearch/nodes/settings';
import { planStatefulSets } from '../../../../constructs/elasticsearch/plan';

const hot: NodeSetProps = {
  name: 'hot',
  roles: ['data_hot', 'data_content'],
  replicas: 2,
  memory: '4Gi',
  cpu: '1',
  storage: '10Gi',
};
const zones = ['eu-central-1a', 'eu-central-1b'];

function input(nodeSet: NodeSetProps, inZones: readonly string[] = [], allowMmap = true): SettingsInput {
  const [plan] = planStatefulSets('elasticsearch', [nodeSet], inZones);
  if (!plan) throw new Error('no plan');
  return { cluster: 'elasticsearch', namespace: 'logging', plan, zones: inZones, allowMmap };
}

test('elasticsearch.yml of a node without a zone', () => {
  expect(settingsYaml(input(hot))).toMatchInlineSnapshot(`
    "cluster.name: elasticsearch
    node.name: \${POD_NAME}
    node.roles:
      - data_hot
      - data_content
    path.data: /usr/share/elasticsearch/data
    path.logs: /usr/share/elasticsearch/logs
    network.host: 0.0.0.0
    network.publish_host: \${POD_IP}
    discovery.seed_hosts:
      - elasticsearch-discovery.logging.svc
    readiness.port: 8080
    node.attr.k8s_node_name: \${NODE_NAME}
    cluster.routing.allocation.awareness.attributes:
      - k8s_node_name
    xpack.security.enabled: true
    xpack.security.autoconfiguration.enabled: false
    xpack.security.authc.reserved_realm.enabled: false
    xpack.security.authc.realms.file.file1.order: 0
    xpack.security.authc.realms.native.native1.order: 1
    xpack.security.http.ssl.enabled: true
    xpack.security.http.ssl.key: tls/http/tls.key
    xpack.security.http.ssl.certificate: tls/http/tls.crt
    xpack.security.http.ssl.certificate_authorities:
      - tls/http/ca.crt
    xpack.security.transport.ssl.enabled: true
    xpack.security.transport.ssl.verification_mode: certificate
    xpack.security.transport.ssl.key: tls/transport/tls.key
    xpack.security.transport.ssl.certificate: tls/transport/tls.crt
    xpack.security.transport.ssl.certificate_authorities:
      - tls/transport/ca.crt
    ingest.geoip.downloader.enabled: false
    "
  `);
});

test('a data node knows its zone, and copies stay in different zones even when one is lost', () => {
  expect(settings(input(hot, zones))).toMatchObject({
    'node.attr.zone': 'eu-central-1a',
    'cluster.routing.allocation.awareness.attributes': ['k8s_node_name', 'zone'],
    'cluster.routing.allocation.awareness.force.zone.values': zones,
  });
});

test('a node that may run in several zones claims none', () => {
  expect(settings(input({ ...hot, name: 'master', roles: ['master'] }, zones))).not.toHaveProperty(['node.attr.zone']);
});

test('a node without roles says so, because the default is every role', () => {
  expect(settingsYaml(input({ ...hot, roles: [] }))).toContain('node.roles: []\n');
});

test('without mapped memory', () => {
  expect(settings(input(hot, [], false))).toMatchObject({ 'node.store.allow_mmap': false });
});
