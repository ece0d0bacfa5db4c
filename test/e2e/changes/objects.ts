import type { KubernetesObject } from '../../../review/manifests/kubernetes-object';

/** A plain object that a test may edit. */
// biome-ignore lint/suspicious/noExplicitAny: the tests reach into every kind of object
export type Editable = any;

/** Namespace of all objects of the table. */
export const NAMESPACE = 'changes';

/** A storage class that lets volumes grow and binds them at once. */
export const EXPANDABLE = 'expandable';

/** The same that does not let them grow. */
export const FIXED = 'fixed';

/** What a case starts from, by a name that no other case has. */
export type Base = (name: string) => KubernetesObject;

const container = (name = 'main') => ({ name, image: `registry.example/${name}:1` });

function template(name: string, pod: object = {}) {
  return { metadata: { labels: { app: name } }, spec: { containers: [container(), container('side')], ...pod } };
}

function make(apiVersion: string, kind: string, fields: (name: string) => object, namespaced = true): Base {
  return (name) => {
    const { metadata, ...rest } = fields(name) as { metadata?: object };
    return { apiVersion, kind, metadata: { ...metadata, name, ...(namespaced && { namespace: NAMESPACE }) }, ...rest };
  };
}

const claimSpec = (storage: string, storageClassName: string) => ({
  accessModes: ['ReadWriteOnce'],
  storageClassName,
  resources: { requests: { storage } },
});

/** Objects of every kind that a deployment may change. */
export const bases = {
  statefulSet: make('apps/v1', 'StatefulSet', (name) => ({
    spec: {
      replicas: 2,
      serviceName: name,
      podManagementPolicy: 'Parallel',
      selector: { matchLabels: { app: name } },
      template: template(name, {
        volumes: [
          { name: 'one', emptyDir: {} },
          { name: 'two', emptyDir: {} },
        ],
        tolerations: [
          { key: 'a', operator: 'Exists' },
          { key: 'b', operator: 'Exists' },
        ],
      }),
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claimSpec('2Gi', EXPANDABLE) }],
    },
  })),
  deployment: make('apps/v1', 'Deployment', (name) => ({
    spec: { replicas: 2, selector: { matchLabels: { app: name } }, template: template(name) },
  })),
  reader: make('apps/v1', 'Deployment', (name) => ({
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: name } },
      template: template(name, { volumes: [{ name: 'config', configMap: { name } }] }),
    },
  })),
  daemonSet: make('apps/v1', 'DaemonSet', (name) => ({
    spec: { selector: { matchLabels: { app: name } }, template: template(name) },
  })),
  job: make('batch/v1', 'Job', (name) => ({
    spec: { template: template(name, { restartPolicy: 'Never' }) },
  })),
  cronJob: make('batch/v1', 'CronJob', (name) => ({
    spec: {
      schedule: '0 0 1 1 *',
      jobTemplate: { spec: { template: template(name, { restartPolicy: 'Never' }) } },
    },
  })),
  pod: make('v1', 'Pod', (name) => template(name)),
  claim: make('v1', 'PersistentVolumeClaim', () => ({ spec: claimSpec('2Gi', EXPANDABLE) })),
  fixedClaim: make('v1', 'PersistentVolumeClaim', () => ({ spec: claimSpec('2Gi', FIXED) })),
  volume: make(
    'v1',
    'PersistentVolume',
    (name) => ({
      spec: {
        accessModes: ['ReadWriteOnce'],
        capacity: { storage: '1Gi' },
        hostPath: { path: `/var/lib/${name}` },
        persistentVolumeReclaimPolicy: 'Retain',
        storageClassName: 'by-hand',
      },
    }),
    false,
  ),
  configMap: make('v1', 'ConfigMap', () => ({ data: { 'a.conf': 'a' } })),
  secret: make('v1', 'Secret', () => ({ type: 'Opaque', stringData: { a: 'a' } })),
  service: make('v1', 'Service', (name) => ({
    spec: { selector: { app: name }, ports: [{ name: 'http', port: 80, targetPort: 80 }] },
  })),
  headlessService: make('v1', 'Service', (name) => ({
    spec: { clusterIP: 'None', selector: { app: name }, ports: [{ name: 'http', port: 80 }] },
  })),
  ingress: make('networking.k8s.io/v1', 'Ingress', (name) => ({
    spec: { defaultBackend: { service: { name, port: { number: 80 } } } },
  })),
  ingressClass: make('networking.k8s.io/v1', 'IngressClass', () => ({ spec: { controller: 'a.example/b' } }), false),
  networkPolicy: make('networking.k8s.io/v1', 'NetworkPolicy', () => ({
    spec: { podSelector: {}, policyTypes: ['Ingress'] },
  })),
  budget: make('policy/v1', 'PodDisruptionBudget', (name) => ({
    spec: { maxUnavailable: 1, selector: { matchLabels: { app: name } } },
  })),
  role: make('rbac.authorization.k8s.io/v1', 'Role', () => ({
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
  })),
  roleBinding: make('rbac.authorization.k8s.io/v1', 'RoleBinding', () => ({
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'a' },
    subjects: [{ kind: 'ServiceAccount', name: 'default', namespace: NAMESPACE }],
  })),
  storageClass: make('storage.k8s.io/v1', 'StorageClass', () => ({ provisioner: 'a.example/b' }), false),
  priorityClass: make('scheduling.k8s.io/v1', 'PriorityClass', () => ({ value: 5 }), false),
  serviceAccount: make('v1', 'ServiceAccount', () => ({ automountServiceAccountToken: false })),
  namespace: make('v1', 'Namespace', () => ({}), false),
  quota: make('v1', 'ResourceQuota', () => ({ spec: { hard: { 'count/ingresses.extensions': '100' } } })),
  autoscaler: make('autoscaling/v2', 'HorizontalPodAutoscaler', (name) => ({
    spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name } },
  })),
} satisfies Record<string, Base>;
