import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../../../review/manifests/folder';
import { objectsOf } from '../../../review/manifests/manifest-document';
import { lint, PRODUCTION_RULES, parseWaivers, RULES, type Waiver } from '../../../review/policies/lint';
import { object } from '../objects';

const TODAY = '2026-12-01';

const config = (file: string, text: string) => ({
  ...object('{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: n}}'),
  data: { [file]: text },
});

const HEALTH = { path: '/health', port: 8080 };

const DISK = { 'ephemeral-storage': '1Gi' };

const policy = object(
  '{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: deny, namespace: n}, spec: {podSelector: {}, policyTypes: [Ingress, Egress]}}',
);

/** A workload that meets every rule, with changes. */
function good(container: object = {}, pod: object = {}, more: object = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'a', namespace: 'n' },
    spec: {
      replicas: 1,
      template: {
        metadata: { labels: { app: 'a' } },
        spec: {
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              name: 'a',
              image: 'registry.example:5000/a:1',
              readinessProbe: {},
              resources: {
                requests: { cpu: '1', memory: '1Gi', 'ephemeral-storage': '1Gi' },
                limits: { memory: '1Gi', 'ephemeral-storage': '1Gi' },
              },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
              ...container,
            },
          ],
          ...pod,
        },
      },
      ...more,
    },
  };
}

const set = (name: string, replicas: number) => ({
  ...good({}, { volumes: [{ configMap: { name: 'c' } }] }, { replicas }),
  kind: 'StatefulSet',
  metadata: { name, namespace: 'n' },
});

const check = (...objects: Parameters<typeof lint>[0]) =>
  lint([policy, ...objects], PRODUCTION_RULES, [], TODAY).violations;

test('what meets every rule has no violation', () => {
  expect(check(good())).toEqual([]);
});

describe.each<[string, Parameters<typeof lint>[0], string[]]>([
  [
    'fixed-image',
    [good({ image: 'registry.example:5000/a' })],
    ["image of container a must have a fixed tag or digest, got 'registry.example:5000/a'; name a version"],
  ],
  [
    'fixed-image',
    [good({ image: 'a:latest' })],
    ["image of container a must have a fixed tag or digest, got 'a:latest'; name a version"],
  ],
  [
    'requests-set',
    [good({ resources: { requests: { cpu: '1', ...DISK }, limits: DISK } })],
    [
      'resources.requests.memory of container a must be set, got nothing; set it',
      'resources.limits.memory of container a must be set, got nothing; set it',
    ],
  ],
  [
    'pod-security',
    [good({}, { securityContext: { seccompProfile: { type: 'RuntimeDefault' } }, hostNetwork: true })],
    [
      'hostNetwork of container a must not be true; remove it',
      'runAsNonRoot of container a must be true in a restricted namespace; set it',
    ],
  ],
  [
    'read-only-root',
    [good({ securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } })],
    ['readOnlyRootFilesystem of container a must be true; set it, and mount a volume where it writes'],
  ],
  [
    'no-api-token',
    [good({}, { automountServiceAccountToken: true })],
    ['automountServiceAccountToken must be false for an account without a role; set it'],
  ],
  [
    'ready-probe',
    [good({ readinessProbe: undefined })],
    ['readinessProbe of container a must be set, got none; add one'],
  ],
  [
    'local-disk',
    [good({ resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } } })],
    [
      'resources.requests.ephemeral-storage of container a must be set, got nothing; set it',
      'resources.limits.ephemeral-storage of container a must be set, got nothing; set it',
    ],
  ],
  [
    'local-disk',
    [good({}, { volumes: [{ name: 'tmp', emptyDir: {} }] })],
    ['sizeLimit of volume tmp must be set, got nothing; set it to the most that is ever in it'],
  ],
  [
    'local-disk',
    [good({}, { volumes: ['1000Mi', '25Mi'].map((sizeLimit) => ({ name: 'tmp', emptyDir: { sizeLimit } })) })],
    [
      'resources.limits.ephemeral-storage of its containers must be at least what its volumes hold (1025Mi), got 1024Mi; raise it',
    ],
  ],
  [
    'distinct-probes',
    [good({ readinessProbe: { httpGet: HEALTH }, livenessProbe: { httpGet: HEALTH, periodSeconds: 60 } })],
    ['livenessProbe of container a must ask something else than readinessProbe, got the same; ask whether it hangs'],
  ],
  [
    'tls-everywhere',
    [good({ env: [{ name: 'URL', value: 'http://elasticsearch:9200' }] })],
    ['variable URL of container a must not name a URL without TLS, got http://elasticsearch; use https'],
  ],
  [
    'strong-tls',
    [good(), config('fluent.conf', '<match **>\n  ssl_verify false\n  ssl_version TLSv1_1\n</match>')],
    [
      "fluent.conf must not weaken TLS, got 'TLSv1_1'; use TLSv1.2 or newer",
      "fluent.conf must not weaken TLS, got 'ssl_verify false'; verify certificates",
    ],
  ],
  [
    'no-secret-values',
    [good({ env: [{ name: 'ELASTIC_PASSWORD', value: 'changeme' }] })],
    ['variable ELASTIC_PASSWORD of container a must come from a Secret, got a value; use valueFrom.secretKeyRef'],
  ],
  [
    'same-major',
    [good({ image: 'elasticsearch:9.5.0' }), { ...good({ image: 'kibana:8.19.8' }), kind: 'DaemonSet' }],
    [
      "image of container a must be for the major version of Elasticsearch (9), got 'kibana:8.19.8'; choose one of that version",
    ],
  ],
])('%s', (rule, objects, messages) => {
  test(`refuses ${JSON.stringify(messages[0])}`, () => {
    const name = rule === 'same-major' ? 'DaemonSet' : rule === 'strong-tls' ? 'ConfigMap' : 'Deployment';
    const where = `${name} n/${name === 'ConfigMap' ? 'c' : 'a'}`;
    expect(check(...objects)).toEqual(messages.map((message) => `[${rule}] ${where}: ${message}`));
  });
});

test('local-disk: directories that fit, that are in memory, or on a volume of another kind', () => {
  const fits = { name: 'tmp', emptyDir: { sizeLimit: '1Gi' } };
  const inMemory = { name: 'shm', emptyDir: { medium: 'Memory' } };
  expect(check(good({}, { volumes: [fits, inMemory, { name: 'state', hostPath: { path: '/x' } }] }))).toEqual([]);
});

test('distinct-probes: another path, or one probe alone', () => {
  const livenessProbe = { httpGet: { ...HEALTH, path: '/alive' } };
  expect(check(good({ readinessProbe: { httpGet: HEALTH }, livenessProbe }))).toEqual([]);
  expect(check(good({ readinessProbe: { httpGet: HEALTH } }))).toEqual([]);
});

test('network-policy: a pod without a policy is named, one with policies for both directions is not', () => {
  expect(lint([good()], RULES, [], TODAY).violations).toEqual([
    '[network-policy] Deployment n/a: its pods must be under a NetworkPolicy of type Ingress, got none; add one, or deny all by default',
    '[network-policy] Deployment n/a: its pods must be under a NetworkPolicy of type Egress, got none; add one, or deny all by default',
  ]);
});

test('production-minimums: two masters, and pods without a budget', () => {
  expect(check(set('master', 2), config('elasticsearch.yml', 'node.roles: [master]\n'))).toEqual([
    '[production-minimums] StatefulSet n/master: nodes with the role master must be at least 3, got 2; add nodes',
    '[production-minimums] StatefulSet n/master: its 2 pods must be under a PodDisruptionBudget, got none; add one',
  ]);
});

test('production-minimums: three masters under a budget are enough', () => {
  const budget = object(
    '{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b, namespace: n}, spec: {selector: {matchLabels: {app: a}}}}',
  );
  expect(check(set('master', 3), config('elasticsearch.yml', 'node.roles: [master]\n'), budget)).toEqual([]);
});

describe('no-secret-values', () => {
  test.each([
    ['elasticsearch.yml', 'xpack.security.enabled: true\nkey: ${KEY_PASSWORD}\n'],
    ['kibana.yml', 'elasticsearch.serviceAccountToken: ${EFK_SERVICE_TOKEN}\n'],
    ['fluent.conf', `password "#{ENV['ELASTICSEARCH_PASSWORD']}"\n`],
  ])('accepts a reference in %s', (file, text) => {
    expect(check(config(file, text))).toEqual([]);
  });

  test.each([
    ['fluent.conf', 'password changeme\n', 'password'],
    ['kibana.yml', 'elasticsearch.password: "changeme"\n', 'elasticsearch.password'],
  ])('refuses a value in %s', (file, text, name) => {
    expect(check(config(file, text))).toEqual([
      `[no-secret-values] ConfigMap n/c: ${name} in ${file} must come from a Secret, got a value; refer to one`,
    ]);
  });

  test('refuses a Secret', () => {
    expect(
      check(object('{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: n}, stringData: {a: b}}')),
    ).toEqual(['[no-secret-values] Secret n/s: a Secret must not be in the manifests; name it, and make it elsewhere']);
  });
});

describe('waivers', () => {
  const waiver: Waiver = { rule: 'read-only-root', object: 'Deployment n/a', reason: 'a'.repeat(20), expires: TODAY };
  const writes = good({ securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } });

  test('hide a violation until they are over', () => {
    expect(lint([policy, writes], RULES, [waiver], TODAY)).toEqual({
      violations: [],
      warnings: [],
      waived: 1,
      staleWaivers: [],
    });
    const { violations, staleWaivers } = lint([policy, writes], RULES, [waiver], '2026-12-02');
    expect(violations).toHaveLength(1);
    expect(staleWaivers).toEqual([
      '[read-only-root] Deployment n/a: the waiver is over since 2026-12-01; correct the object, or argue again',
    ]);
  });

  test('that nothing needs are named', () => {
    expect(lint([policy, good()], RULES, [waiver], TODAY).staleWaivers).toEqual([
      '[read-only-root] Deployment n/a: nothing needs the waiver; remove it',
    ]);
  });

  test('need a rule, an object, a reason and a day', () => {
    const text = (fields: object) => JSON.stringify([{ ...waiver, ...fields }]);
    expect(parseWaivers(text({}), 'w.yaml')).toEqual([waiver]);
    expect(parseWaivers('', 'w.yaml')).toEqual([]);
    expect(() => parseWaivers(text({ reason: 'because' }), 'w.yaml')).toThrow(
      "[w.yaml 1] reason must say why (at least 20 characters), got 'because'; argue it",
    );
    expect(() => parseWaivers(text({ expires: 'never' }), 'w.yaml')).toThrow(
      "[w.yaml 1] expires must be a day such as 2027-03-31, got 'never'; write one",
    );
    expect(() => parseWaivers(text({ rule: 'x' }), 'w.yaml')).toThrow(
      /^\[w\.yaml 1\] rule must be one of fixed-image, .*, got 'x'; choose one$/,
    );
    expect(() => parseWaivers(text({ object: 5 }), 'w.yaml')).toThrow(
      "[w.yaml 1] object must be 'Kind namespace/name', got '5'; name it",
    );
    expect(() => parseWaivers('a: 1', 'w.yaml')).toThrow(
      '[w.yaml] must be a list of waivers, got something else; write "- rule: ..."',
    );
  });
});

test.each(['dev', 'staging', 'production'])('%s meets every rule without a waiver', (name) => {
  const objects = objectsOf(readEnvironment(join(__dirname, '../../..'), name));
  const rules = name === 'production' ? PRODUCTION_RULES : RULES;
  expect(lint(objects, rules, [], TODAY)).toEqual({ violations: [], warnings: [], waived: 0, staleWaivers: [] });
});
