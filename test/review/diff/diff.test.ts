import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compareObjects } from '../../../review/diff/compare-objects';
import type { KubernetesObject } from '../../../review/manifests/kubernetes-object';
import { object, workload } from '../objects';

/** Changes as a reader sees them: path, before, after. */
function changes(before: KubernetesObject, after: KubernetesObject) {
  return compareObjects(before, after).map(({ path, before: a, after: b, form }) =>
    form === 'order' ? [path, 'order'] : [path, a, b],
  );
}

const service = (ports: object[], more: object = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { ports, ...more },
});

describe('nothing is reported for', () => {
  test.each<[string, KubernetesObject, KubernetesObject]>([
    [
      'quantities of the same value',
      workload(
        'Deployment',
        {},
        { containers: [{ name: 'a', resources: { requests: { cpu: '1000m', memory: '1Gi' } } }] },
      ),
      workload(
        'Deployment',
        {},
        { containers: [{ name: 'a', resources: { requests: { cpu: 1, memory: '1024Mi' } } }] },
      ),
    ],
    [
      'the order of ports of a Service',
      service([
        { name: 'a', port: 1 },
        { name: 'b', port: 2 },
      ]),
      service([
        { name: 'b', port: 2 },
        { name: 'a', port: 1 },
      ]),
    ],
    [
      'defaults that are written out',
      service([{ port: 80 }]),
      service([{ port: 80, targetPort: 80, protocol: 'TCP' }], { type: 'ClusterIP', sessionAffinity: 'None' }),
    ],
    [
      'defaults of a pod',
      workload('Deployment', {}, { containers: [{ name: 'a', image: 'a:1' }], volumes: [{ name: 'v', secret: {} }] }),
      workload(
        'Deployment',
        { revisionHistoryLimit: 10, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%' } } },
        {
          restartPolicy: 'Always',
          securityContext: {},
          volumes: [{ name: 'v', secret: { defaultMode: 420 } }],
          containers: [{ name: 'a', image: 'a:1', imagePullPolicy: 'IfNotPresent', resources: {}, env: [] }],
        },
      ),
    ],
    ['null', service([], { externalName: null }), service([])],
    [
      'rules of a NetworkPolicy in another order',
      object(
        '{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {egress: [{ports: [{port: 1}, {port: 2}]}, {to: []}]}}',
      ),
      object(
        '{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {egress: [{to: []}, {ports: [{port: 2}, {port: 1}]}]}}',
      ),
    ],
    [
      'durations of the same length in a custom resource',
      object('{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: a}, spec: {duration: 2160h}}'),
      object('{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: a}, spec: {duration: 2160h0m0s}}'),
    ],
    [
      'another version of the API',
      object('{apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: {name: a}}'),
      object('{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}}'),
    ],
    [
      'octal file modes of YAML 1.1',
      object(
        '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {volumes: [{name: v, secret: {defaultMode: 0440}}]}}',
      ),
      object(
        '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {volumes: [{name: v, secret: {defaultMode: 288}}]}}',
      ),
    ],
  ])('%s', (_, before, after) => {
    expect(changes(before, after)).toEqual([]);
    expect(changes(after, before)).toEqual([]);
  });
});

describe('reported by its merge key is', () => {
  test('a container, a port, an environment variable and a volume mount', () => {
    const pod = (image: string, value: string, mountPath: string) => ({
      containers: [{ name: 'side' }, { name: 'a', image, env: [{ name: 'X', value }], volumeMounts: [{ mountPath }] }],
    });
    expect(
      changes(workload('Deployment', {}, pod('a:1', '1', '/a')), workload('Deployment', {}, pod('a:2', '2', '/b'))),
    ).toEqual([
      ['spec.template.spec.containers[a].image', 'a:1', 'a:2'],
      ['spec.template.spec.containers[a].env[X].value', '1', '2'],
      ['spec.template.spec.containers[a].volumeMounts[/a]', { mountPath: '/a' }, undefined],
      ['spec.template.spec.containers[a].volumeMounts[/b]', undefined, { mountPath: '/b' }],
    ]);
  });

  test('a port of a Service, also when only its protocol differs', () => {
    expect(
      changes(service([{ port: 53, protocol: 'UDP' }]), service([{ port: 53, protocol: 'UDP' }, { port: 53 }])),
    ).toEqual([['spec.ports[53/TCP]', undefined, { port: 53 }]]);
  });

  test('an element of a set', () => {
    const policy = (...types: string[]): KubernetesObject => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'a' },
      spec: { policyTypes: types },
    });
    expect(changes(policy('Ingress'), policy('Egress', 'Ingress'))).toEqual([
      ['spec.policyTypes[Egress]', undefined, 'Egress'],
    ]);
  });
});

test('the order of a list in the template of a pod is reported, because another order is another template', () => {
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  expect(
    changes(workload('Deployment', {}, { volumes: [a, b] }), workload('Deployment', {}, { volumes: [b, a] })),
  ).toEqual([['spec.template.spec.volumes', 'order']]);
});

test('arguments are compared in their order', () => {
  const pod = (...args: string[]) => workload('Deployment', {}, { containers: [{ name: 'a', args }] });
  expect(changes(pod('x', 'y'), pod('y', 'x'))).toEqual([
    ['spec.template.spec.containers[a].args[0]', 'x', 'y'],
    ['spec.template.spec.containers[a].args[1]', 'y', 'x'],
  ]);
  expect(changes(pod('x', 'y'), pod('x', 'z', 'y'))).toEqual([
    ['spec.template.spec.containers[a].args[z]', undefined, 'z'],
  ]);
});

test('a label that is the first one is reported as a label', () => {
  expect(
    changes(
      object('{apiVersion: v1, kind: Service, metadata: {name: a}}'),
      object('{apiVersion: v1, kind: Service, metadata: {name: a, labels: {app.kubernetes.io/name: a}}}'),
    ),
  ).toEqual([['metadata.labels[app.kubernetes.io/name]', undefined, 'a']]);
});

test('an empty selector is not the same as none', () => {
  const policy = (from: string) =>
    object(`{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {ingress: [${from}]}}`);
  expect(changes(policy('{from: [{podSelector: {}}]}'), policy('{}'))).toHaveLength(1);
});

test('the content of a Secret is never shown', () => {
  const secret = (value: string) =>
    object(`{apiVersion: v1, kind: Secret, metadata: {name: a}, stringData: {password: ${value}, user: a}}`);
  const found = compareObjects(secret('hunter2'), secret('hunter3'));
  expect(JSON.stringify(found)).not.toContain('hunter');
  expect(found.map(({ path }) => path)).toEqual(['stringData.password']);
});

describe('properties', () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });
  const quantity = fc.constantFrom('1', '500m', '1Gi', '2');
  const container = fc.record({ image: fc.string(), cpu: quantity, env: names });
  const spec = fc.record({ replicas: fc.nat(5), containers: fc.dictionary(fc.constantFrom('x', 'y', 'z'), container) });
  const build = ({ replicas, containers }: typeof spec extends fc.Arbitrary<infer T> ? T : never) =>
    workload(
      'Deployment',
      { replicas },
      {
        containers: Object.entries(containers).map(([name, { image, cpu, env }]) => ({
          name,
          image,
          resources: { requests: { cpu } },
          env: env.map((variable) => ({ name: variable, value: variable })),
        })),
      },
    );

  test('an object does not differ from itself', () => {
    fc.assert(
      fc.property(spec, (a) => {
        expect(compareObjects(build(a), structuredClone(build(a)))).toEqual([]);
      }),
    );
  });

  test('nor from itself with its keys in another order', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, turned(inner)]),
      );
    };
    fc.assert(
      fc.property(spec, (a) => {
        expect(compareObjects(build(a), turned(build(a)) as KubernetesObject)).toEqual([]);
      }),
    );
  });

  test('what differs one way differs the other way, in the same places', () => {
    fc.assert(
      fc.property(spec, spec, (a, b) => {
        const paths = (x: typeof a, y: typeof a) => compareObjects(build(x), build(y)).map(({ path }) => path);
        expect(new Set(paths(a, b))).toEqual(new Set(paths(b, a)));
      }),
    );
  });

  test('lists of a Service in any order are the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 65535 })), (ports) => {
        const list = ports.map((port) => ({ name: `p${port}`, port }));
        expect(compareObjects(service(list), service([...list].reverse()))).toEqual([]);
      }),
    );
  });
});
