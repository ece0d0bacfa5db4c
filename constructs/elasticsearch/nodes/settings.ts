import { Yaml } from 'cdk8s';

import { clusterNames, READINESS_PORT } from '../names';
import type { StatefulSetPlan } from '../plan';
import type { S3StorageProps } from '../props';

/** What the settings of a node depend on. */
export interface SettingsInput {
  /** Name of the cluster. */
  readonly cluster: string;

  /** Namespace of the cluster. */
  readonly namespace: string;

  /** The StatefulSet that the node belongs to. */
  readonly plan: StatefulSetPlan;

  /** All zones of the cluster; empty if it has none. */
  readonly zones: readonly string[];

  /** Whether indices are mapped into memory. */
  readonly allowMmap: boolean;

  /**
   * Object storage for snapshots.
   *
   * @default - none
   */
  readonly s3Storage?: S3StorageProps;
}

/** A setting's value as `elasticsearch.yml` holds it. */
export type SettingValue = string | number | boolean | readonly string[];

/** The settings of a node, in the order in which a reader looks for them. `${...}` is resolved when the node starts. */
export function settings(input: SettingsInput): Record<string, SettingValue> {
  return {
    ...nodeSettings(input),
    ...networkSettings(input),
    ...awarenessSettings(input),
    ...securitySettings(),
    // The network policy lets no node out to the internet, where the databases are.
    'ingest.geoip.downloader.enabled': false,
    ...(input.s3Storage && s3Settings(input.s3Storage)),
    ...(!input.allowMmap && { 'node.store.allow_mmap': false }),
  };
}

/** @see https://www.elastic.co/docs/deploy-manage/tools/snapshot-and-restore/s3-repository */
function s3Settings({ endpoint, region = 'us-east-1' }: S3StorageProps): Record<string, SettingValue> {
  return {
    's3.client.default.endpoint': endpoint,
    's3.client.default.region': region,
    // Only Amazon answers under a host name of each bucket without further ado.
    's3.client.default.path_style_access': !new URL(endpoint).hostname.endsWith('.amazonaws.com'),
  };
}

/** Text of `elasticsearch.yml`. */
export function settingsYaml(input: SettingsInput): string {
  return Yaml.stringify(settings(input));
}

function nodeSettings({ cluster, plan }: SettingsInput): Record<string, SettingValue> {
  return {
    'cluster.name': cluster,
    'node.name': '${POD_NAME}',
    'node.roles': plan.nodeSet.roles,
    'path.data': '/usr/share/elasticsearch/data',
    'path.logs': '/usr/share/elasticsearch/logs',
  };
}

function networkSettings({ cluster, namespace }: SettingsInput): Record<string, SettingValue> {
  return {
    'network.host': '0.0.0.0',
    'network.publish_host': '${POD_IP}',
    'discovery.seed_hosts': [`${clusterNames(cluster).discovery}.${namespace}.svc`],
    // Opens without a password once the node is in a cluster; a technical preview that Elastic's own operator relies on.
    'readiness.port': READINESS_PORT,
  };
}

/** Keeps the copies of a shard on different machines, and in different zones where there are some. */
function awarenessSettings({ plan, zones }: SettingsInput): Record<string, SettingValue> {
  const [zone, ...others] = plan.zones;
  return {
    'node.attr.k8s_node_name': '${NODE_NAME}',
    // A node that may run in several zones holds no data, so that its zone does not matter.
    ...(zone && others.length === 0 && { 'node.attr.zone': zone }),
    'cluster.routing.allocation.awareness.attributes': ['k8s_node_name', ...(zones.length > 0 ? ['zone'] : [])],
    // Without it the remaining zones would fill up with all copies as soon as one is lost.
    ...(zones.length > 0 && { 'cluster.routing.allocation.awareness.force.zone.values': zones }),
  };
}

function securitySettings(): Record<string, SettingValue> {
  return {
    'xpack.security.enabled': true,
    'xpack.security.autoconfiguration.enabled': false,
    // `elastic` is a user of the file realm like all others: its password is declared and can be rotated.
    'xpack.security.authc.reserved_realm.enabled': false,
    'xpack.security.authc.realms.file.file1.order': 0,
    'xpack.security.authc.realms.native.native1.order': 1,
    'xpack.security.http.ssl.enabled': true,
    ...pemFiles('http'),
    'xpack.security.transport.ssl.enabled': true,
    // One certificate for all nodes: its authority signs nothing else, so that host names would prove no more.
    'xpack.security.transport.ssl.verification_mode': 'certificate',
    ...pemFiles('transport'),
  };
}

/** Paths relative to the configuration directory; Elasticsearch reloads the files when the Secret changes. */
function pemFiles(layer: 'http' | 'transport'): Record<string, SettingValue> {
  return {
    [`xpack.security.${layer}.ssl.key`]: `tls/${layer}/tls.key`,
    [`xpack.security.${layer}.ssl.certificate`]: `tls/${layer}/tls.crt`,
    [`xpack.security.${layer}.ssl.certificate_authorities`]: [`tls/${layer}/ca.crt`],
  };
}
