import { App } from 'cdk8s';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

import { defineEnvironment, environmentNamed } from '../../environments';
import { dev } from '../../environments/dev';
import { production } from '../../environments/production';
import { defineStacks, manifests } from '../../stacks';
import { accessTo } from '../../stacks/pulumi/access';
import { secretsToMake } from '../../stacks/secrets';

test('charts are listed in the order of their dependencies', () => {
  const app = new App();
  const { charts } = defineStacks(app, environmentNamed('production'));

  expect(charts.map(({ node }) => node.id)).toEqual(['namespaces', 'elasticsearch', 'lifecycle', 'fluentd', 'kibana']);
  for (const [index, chart] of charts.entries()) {
    for (const dependency of chart.node.dependencies) {
      expect(charts.slice(0, index)).toContain(dependency);
    }
  }
});

test('every Secret that a pod names is described, and every described Secret is named', () => {
  const environment = environmentNamed('production');
  const { secrets } = defineStacks(new App(), environment);
  const text = Object.values(manifests(environment)).join('\n');
  const inPods = new Set(
    [...text.matchAll(/secretName: (\S+)|secretKeyRef:\n\s+key: \S+\n\s+name: (\S+)/g)].map(([, a, b]) => a ?? b),
  );
  // Made by those who run the Ingress.
  inPods.delete('kibana-ingress-tls');

  const described = secrets.map(({ name }) => name);
  expect(described.filter((name) => !inPods.has(name))).toEqual(['elasticsearch-superuser']);
  expect([...inPods].filter((name) => !described.includes(name ?? ''))).toEqual([]);
});

test('every user and token of a client is known to Elasticsearch', () => {
  const { secrets } = defineStacks(new App(), environmentNamed('production'));
  const realm = secrets.find((secret) => secret.kind === 'file-realm');
  const usernames = secrets.flatMap((secret) => (secret.kind === 'credentials' ? [secret.username] : []));
  const tokens = secrets.flatMap((secret) => (secret.kind === 'service-token' ? [secret.token] : []));

  expect(realm?.users.map(({ username }) => username).sort()).toEqual(usernames.sort());
  expect(realm?.serviceTokens).toEqual(tokens);
});

test('generated credentials and certificates are made by the deployment', () => {
  const environment = defineEnvironment(dev);
  const { secrets } = defineStacks(new App(), environment);

  expect(secretsToMake(environment, secrets)).toEqual(secrets);
});

test('existing credentials and certificates are not', () => {
  const { secrets } = defineStacks(new App(), defineEnvironment(dev));

  expect(secretsToMake({ credentials: 'existing', certificates: 'existing' }, secrets)).toEqual([]);
  expect(
    secretsToMake({ credentials: 'generated', certificates: 'existing' }, secrets).map(({ kind }) => kind),
  ).not.toContain('tls');
});

test('cert-manager issues a certificate for every tls Secret, those of the transport layer by an authority of their own', () => {
  const environment = defineEnvironment({ ...dev, certificates: 'cert-manager', certificateIssuer: 'company-ca' });
  const app = new App();
  const { charts, secrets } = defineStacks(app, environment);
  const text = manifests(environment)['certificates.k8s.yaml'] ?? '';

  expect(charts.map(({ node }) => node.id)).toEqual([
    'namespaces',
    'certificates',
    'elasticsearch',
    'lifecycle',
    'fluentd',
    'kibana',
  ]);
  expect(secretsToMake(environment, secrets).filter(({ kind }) => kind === 'tls')).toEqual([]);
  expect(text).toMatchInlineSnapshot(`
    "apiVersion: cert-manager.io/v1
    kind: Issuer
    metadata:
      name: self-signed
      namespace: logging
    spec:
      selfSigned: {}
    ---
    apiVersion: cert-manager.io/v1
    kind: Certificate
    metadata:
      name: elasticsearch-transport-authority
      namespace: logging
    spec:
      commonName: elasticsearch-transport-authority
      duration: 87600h
      isCA: true
      issuerRef:
        kind: Issuer
        name: self-signed
      privateKey:
        algorithm: ECDSA
        encoding: PKCS8
        size: 256
      secretName: elasticsearch-transport-authority
    ---
    apiVersion: cert-manager.io/v1
    kind: Issuer
    metadata:
      name: elasticsearch-transport-authority
      namespace: logging
    spec:
      ca:
        secretName: elasticsearch-transport-authority
    ---
    apiVersion: cert-manager.io/v1
    kind: Certificate
    metadata:
      name: elasticsearch-http-tls
      namespace: logging
    spec:
      dnsNames:
        - elasticsearch
        - elasticsearch.logging
        - elasticsearch.logging.svc
        - elasticsearch.logging.svc.cluster.local
        - localhost
      duration: 2160h
      issuerRef:
        kind: ClusterIssuer
        name: company-ca
      privateKey:
        algorithm: ECDSA
        encoding: PKCS8
        rotationPolicy: Always
        size: 256
      renewBefore: 720h
      secretName: elasticsearch-http-tls
      usages:
        - digital signature
        - server auth
        - client auth
    ---
    apiVersion: cert-manager.io/v1
    kind: Certificate
    metadata:
      name: elasticsearch-transport-tls
      namespace: logging
    spec:
      dnsNames:
        - elasticsearch-discovery
        - elasticsearch-discovery.logging
        - elasticsearch-discovery.logging.svc
        - elasticsearch-discovery.logging.svc.cluster.local
      duration: 2160h
      issuerRef:
        kind: Issuer
        name: elasticsearch-transport-authority
      privateKey:
        algorithm: ECDSA
        encoding: PKCS8
        rotationPolicy: Always
        size: 256
      renewBefore: 720h
      secretName: elasticsearch-transport-tls
      usages:
        - digital signature
        - server auth
        - client auth
    ---
    apiVersion: cert-manager.io/v1
    kind: Certificate
    metadata:
      name: provisioner-tls
      namespace: logging
    spec:
      dnsNames:
        - provisioner
      duration: 2160h
      issuerRef:
        kind: ClusterIssuer
        name: company-ca
      privateKey:
        algorithm: ECDSA
        encoding: PKCS8
        rotationPolicy: Always
        size: 256
      renewBefore: 720h
      secretName: provisioner-tls
      usages:
        - digital signature
        - server auth
        - client auth
    ---
    apiVersion: cert-manager.io/v1
    kind: Certificate
    metadata:
      name: fluentd-tls
      namespace: logging-agents
    spec:
      dnsNames:
        - fluentd-metrics
        - fluentd-metrics.logging-agents
        - fluentd-metrics.logging-agents.svc
        - fluentd-metrics.logging-agents.svc.cluster.local
      duration: 2160h
      issuerRef:
        kind: ClusterIssuer
        name: company-ca
      privateKey:
        algorithm: ECDSA
        encoding: PKCS8
        rotationPolicy: Always
        size: 256
      renewBefore: 720h
      secretName: fluentd-tls
      usages:
        - digital signature
        - server auth
        - client auth
    ---
    apiVersion: cert-manager.io/v1
    kind: Certificate
    metadata:
      name: kibana-tls
      namespace: logging
    spec:
      dnsNames:
        - kibana
        - kibana.logging
        - kibana.logging.svc
        - kibana.logging.svc.cluster.local
        - localhost
      duration: 2160h
      issuerRef:
        kind: ClusterIssuer
        name: company-ca
      privateKey:
        algorithm: ECDSA
        encoding: PKCS8
        rotationPolicy: Always
        size: 256
      renewBefore: 720h
      secretName: kibana-tls
      usages:
        - digital signature
        - server auth
        - client auth
    "
  `);
});

test('access: by port forwarding without an Ingress, never with the password itself', () => {
  const environment = defineEnvironment(dev);

  expect(accessTo(environment, defineStacks(new App(), environment))).toMatchInlineSnapshot(`
    {
      "elasticsearchUrl": "https://elasticsearch.logging.svc:9200",
      "kibanaPortForward": "kubectl --namespace logging port-forward service/kibana 5601:https",
      "kibanaUrl": "https://localhost:5601",
      "passwordCommand": "kubectl --namespace logging get secret elasticsearch-superuser --output go-template='{{.data.password | base64decode}}'",
      "username": "elastic",
    }
  `);
});

test('access: by the host of the Ingress', () => {
  const environment = defineEnvironment(production);

  expect(accessTo(environment, defineStacks(new App(), environment)).kibanaUrl).toBe('https://kibana.example.com');
});

test('the ports of DNS are open for every component, and nothing else changes', () => {
  const policies = (environment: Parameters<typeof defineEnvironment>[0]) =>
    Object.values(manifests(defineEnvironment(environment)))
      .flatMap((text) => parseAllDocuments(text).map((document) => document.toJS()))
      .filter(({ kind, spec }) => kind === 'NetworkPolicy' && spec.egress)
      .map(({ metadata, spec }) => [
        metadata.name,
        spec.egress
          .flatMap((rule: { ports: { port: number }[] }) => rule.ports)
          .filter(({ port }: { port: number }) => port === 53 || port === 5353)
          .map(({ protocol, port }: { protocol: string; port: number }) => `${protocol} ${port}`)
          .sort(),
      ]);
  const openShift = ['TCP 53', 'TCP 5353', 'UDP 53', 'UDP 5353'];

  expect(policies({ ...dev, dnsPorts: [53, 5353] })).toEqual([
    ['elasticsearch', openShift],
    ['provisioner', openShift],
    ['fluentd', openShift],
    ['kibana', openShift],
  ]);
  expect(policies(dev)[0]).toEqual(['elasticsearch', ['TCP 53', 'UDP 53']]);
  expect(policies({ ...dev, dnsPorts: [53] }).map(([, ports]) => ports)).toEqual(Array(4).fill(['TCP 53', 'UDP 53']));
});

test('an IPv6 cluster is an environment of its own family', () => {
  const files = manifests(defineEnvironment({ ...dev, ipFamily: 'IPv6' }));

  expect(files['kibana.k8s.yaml']).toMatch(/server\.host: .?::.?\n/);
});

test('two environments can live in one cluster, in namespaces of their own', () => {
  const other = defineEnvironment({ ...dev, namespace: 'search', agentsNamespace: 'search-agents' });

  expect(Object.values(manifests(other)).join('\n')).not.toMatch(/namespace: logging|logging\.svc/);
});
