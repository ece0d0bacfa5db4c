import { Chart, Testing } from 'cdk8s';

import { Elasticsearch, type ElasticsearchProps, type NodeSetProps } from '../../../constructs/elasticsearch';

/** Three nodes that do everything. */
export const all: NodeSetProps = {
  name: 'all',
  roles: ['master', 'data'],
  replicas: 3,
  memory: '2Gi',
  cpu: '1',
  storage: '10Gi',
};

/** Three dedicated masters. */
export const master: NodeSetProps = { ...all, name: 'master', roles: ['master'] };

/** Three nodes for new data. */
export const hot: NodeSetProps = { ...all, name: 'hot', roles: ['data_hot', 'data_content'] };

/** The zones of a region. */
export const zones = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'];

/** A cluster of {@link all}, or of what `props` say, and its objects as they are rendered. */
export function setUp(props: Partial<ElasticsearchProps> = {}) {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'logging', disableResourceNameHashes: true });
  const cluster = new Elasticsearch(chart, 'elasticsearch', { nodeSets: [all], ...props });
  const manifest: Manifest[] = Testing.synth(chart);
  const find = (kind: string, name: string) =>
    manifest.find((object) => object.kind === kind && object.metadata.name === name) ?? fail(`no ${kind} ${name}`);
  return { chart, cluster, manifest, find };
}

// biome-ignore lint/suspicious/noExplicitAny: a manifest is free-form
export type Manifest = any;

function fail(message: string): never {
  throw new Error(message);
}
