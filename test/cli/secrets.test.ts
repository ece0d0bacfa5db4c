import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

import { efk } from './shared/efk';

test('the list names every Secret, what it holds and for whom, and no value', () => {
  expect(efk(['secrets', 'dev']).stdout).toMatchInlineSnapshot(`
    "logging/elasticsearch-http-tls  kubernetes.io/tls
      Certificate of the HTTP API of elasticsearch
      tls.crt  certificate for elasticsearch, elasticsearch.logging, elasticsearch.logging.svc, elasticsearch.logging.svc.cluster.local, localhost
      tls.key  its private key, PEM
      ca.crt   certificate of the http authority that signed it

    logging/elasticsearch-transport-tls  kubernetes.io/tls
      Certificate by which the nodes of elasticsearch recognise each other
      tls.crt  certificate for elasticsearch-discovery, elasticsearch-discovery.logging, elasticsearch-discovery.logging.svc, elasticsearch-discovery.logging.svc.cluster.local
      tls.key  its private key, PEM
      ca.crt   certificate of the transport authority that signed it

    logging/elasticsearch-superuser  Opaque
      Superuser of elasticsearch, for people in an emergency
      username  elastic
      password  its password

    logging/elasticsearch-readiness  Opaque
      User as which the pods of elasticsearch ask for its health
      username  readiness
      password  its password

    logging/elasticsearch-file-realm  Opaque
      Users and service tokens of elasticsearch, as hashes
      users           hashed passwords of elastic, readiness, fluentd, provisioner
      users_roles     their roles
      service_tokens  hashes of elastic/kibana/kibana

    logging/provisioner-credentials  Opaque
      User as which provisioner applies policies and templates to Elasticsearch
      username  provisioner
      password  its password

    logging/provisioner-tls  kubernetes.io/tls
      Authority by which provisioner recognises Elasticsearch
      tls.crt  certificate for provisioner
      tls.key  its private key, PEM
      ca.crt   certificate of the http authority that signed it

    logging-agents/fluentd-credentials  Opaque
      User with which fluentd writes logs
      username  fluentd
      password  its password

    logging-agents/fluentd-tls  kubernetes.io/tls
      Certificate of the metrics of fluentd, and the authority of Elasticsearch
      tls.crt  certificate for fluentd-metrics, fluentd-metrics.logging-agents, fluentd-metrics.logging-agents.svc, fluentd-metrics.logging-agents.svc.cluster.local
      tls.key  its private key, PEM
      ca.crt   certificate of the http authority that signed it

    logging/kibana-service-token  Opaque
      Token with which kibana signs in to Elasticsearch
      token  bearer token kibana of the service account elastic/kibana

    logging/kibana-encryption-keys  Opaque
      Keys with which kibana encrypts sessions, saved objects and reports; a lost key cannot be replaced
      xpack.security.encryptionKey  64 random characters that must never change
      xpack.encryptedSavedObjects.encryptionKey  64 random characters that must never change
      xpack.reporting.encryptionKey  64 random characters that must never change

    logging/kibana-tls  kubernetes.io/tls
      Certificate of kibana, and the authority of Elasticsearch
      tls.crt  certificate for kibana, kibana.logging, kibana.logging.svc, kibana.logging.svc.cluster.local, localhost
      tls.key  its private key, PEM
      ca.crt   certificate of the http authority that signed it
    "
  `);
});

test('generated Secrets are those of the list, with certificates that fit their authority', () => {
  const list = JSON.parse(efk(['secrets', 'production', '--json']).stdout) as { name: string; namespace: string }[];
  const secrets = parseAllDocuments(efk(['secrets', 'production', '--generate']).stdout).map(
    (document) =>
      document.toJS() as { metadata: { name: string; namespace: string }; stringData: Record<string, string> },
  );

  expect(secrets.map(({ metadata }) => metadata)).toEqual(list.map(({ name, namespace }) => ({ name, namespace })));
  for (const { stringData } of secrets.filter((secret) => 'tls.crt' in secret.stringData)) {
    const certificate = new X509Certificate(stringData['tls.crt'] ?? '');
    expect(certificate.verify(new X509Certificate(stringData['ca.crt'] ?? '').publicKey)).toBe(true);
  }
});

test('fails when there is no such environment: one sentence, no stack trace', () => {
  expect(efk(['secrets', 'qa'])).toEqual({
    code: 2,
    stderr:
      "error: environment must be one of dev, staging, production, got 'qa'; choose one, or add environments/qa.ts\n",
    stdout: '',
  });
});
