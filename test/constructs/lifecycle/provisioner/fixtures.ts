import { Chart, Testing } from 'cdk8s';

import type { SecretSpec } from '../../../../constructs/core';
import { IlmPolicy, IndexTemplate, Provisioner, type ProvisionerProps } from '../../../../constructs/lifecycle';

/** The certificate of an Elasticsearch on this machine. */
export const tls: SecretSpec = {
  kind: 'tls',
  name: 'tls',
  namespace: 'n',
  description: '',
  authority: 'http',
  dnsNames: ['localhost'],
};

/** An Elasticsearch that lets in who has a label. */
export const elasticsearch = {
  url: 'https://elasticsearch.logging.svc:9200',
  majorVersion: 9,
  clientLabels: { 'elasticsearch-client': 'true' },
};

/** A provisioner of a policy and a template, and its objects as they are rendered. */
export function setUp(props: Partial<ProvisionerProps> = {}, deleteMinAge: '30d' | '60d' = '30d') {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'logging', disableResourceNameHashes: true });
  const objects = [
    new IndexTemplate(chart, 'template', { templateName: 'logs', routes: ['kubernetes'], policyName: 'standard' }),
    new IlmPolicy(chart, 'policy', { policyName: 'standard', deleteMinAge }),
  ];
  const provisioner = new Provisioner(chart, 'provisioner', { elasticsearch, objects, ...props });
  const manifest: Manifest[] = Testing.synth(chart);
  const find = (kind: string) =>
    manifest.find(
      (object) => object.kind === kind && object.metadata.labels['app.kubernetes.io/name'] === 'provisioner',
    );
  return { chart, provisioner, objects, find, job: find('Job') };
}

// biome-ignore lint/suspicious/noExplicitAny: a manifest is free-form
export type Manifest = any;
