import type { DataSafety, Effect } from '../../../review/changes/effect';
import { type Base, bases, type Editable } from './objects';

/** A kind of change. */
export interface Case {
  /** What changes. */
  readonly title: string;

  /** What it changes in. */
  readonly base: Base;

  /** Edits the object before it is made. */
  readonly prepare: (object: Editable) => void;

  /** Edits the object that is there already, so that it waits for the change; the pods keep what they have. */
  readonly pending?: (object: Editable) => void;

  /** An object that is there as well: pods that read the one that changes. */
  readonly companion?: Base;

  /** The change itself; undefined if the object is removed. */
  readonly change: ((object: Editable) => void) | undefined;

  /** What is to be said of it. */
  readonly effect: Effect;

  /** What is to be said of the data. */
  readonly data: DataSafety;
}

type Edit = (object: Editable) => void;
type More = Partial<Pick<Case, 'prepare' | 'pending' | 'companion' | 'data'>>;

function changed(base: Base, title: string, effect: Effect, change: Edit | undefined, more: More = {}): Case {
  const kind = base('x').kind;
  return { title: `${kind}: ${title}`, base, prepare: () => undefined, change, effect, data: 'kept', ...more };
}

const pod = (object: Editable) => object.spec.template.spec;
const main = (object: Editable) => pod(object).containers[0];
const data = (object: Editable) => object.spec.volumeClaimTemplates[0];
const image: Edit = (object) => {
  main(object).image = 'registry.example/main:2';
};
const reversed = (list: unknown[]) => list.reverse();
const env = (...names: string[]) => names.map((name) => ({ name, value: name }));

const set = bases.statefulSet;
const statefulSets: Case[] = [
  changed(set, 'image', 'rolling-restart', image),
  changed(set, 'variable added', 'rolling-restart', (o) => (main(o).env = env('A'))),
  changed(set, 'label of the pods added', 'rolling-restart', (o) => (o.spec.template.metadata.labels.b = 'b')),
  changed(set, 'annotation of the pods', 'rolling-restart', (o) => (o.spec.template.metadata.annotations = { c: '1' })),
  changed(set, 'memory', 'rolling-restart', (o) => (main(o).resources = { requests: { memory: '1Gi' } })),
  changed(set, 'grace period', 'rolling-restart', (o) => (pod(o).terminationGracePeriodSeconds = 60)),
  changed(set, 'order of containers', 'rolling-restart', (o) => reversed(pod(o).containers)),
  changed(set, 'order of volumes', 'rolling-restart', (o) => reversed(pod(o).volumes)),
  changed(set, 'order of tolerations', 'rolling-restart', (o) => reversed(pod(o).tolerations)),
  changed(set, 'order of variables', 'rolling-restart', (o) => (main(o).env = env('B', 'A')), {
    prepare: (o) => (main(o).env = env('A', 'B')),
  }),
  changed(set, 'quantity in other words', 'none', (o) => (main(o).resources = { requests: { cpu: '1' } }), {
    prepare: (o) => (main(o).resources = { requests: { cpu: '1000m' } }),
  }),
  changed(set, 'defaults written out', 'none', (o) => {
    Object.assign(o.spec, { minReadySeconds: 0, updateStrategy: { type: 'RollingUpdate' } });
    Object.assign(pod(o), { restartPolicy: 'Always', dnsPolicy: 'ClusterFirst', securityContext: {} });
    Object.assign(main(o), { imagePullPolicy: 'IfNotPresent', terminationMessagePolicy: 'File', resources: {} });
  }),
  changed(set, 'label of the object', 'none', (o) => (o.metadata.labels = { b: 'b' })),
  changed(set, 'more pods', 'scale', (o) => (o.spec.replicas = 3)),
  changed(set, 'fewer pods', 'scale', (o) => (o.spec.replicas = 1), { data: 'at risk' }),
  changed(set, 'fewer pods, whose claims go with them', 'data-loss', (o) => (o.spec.replicas = 1), {
    prepare: (o) => (o.spec.persistentVolumeClaimRetentionPolicy = { whenScaled: 'Delete', whenDeleted: 'Retain' }),
    data: 'lost',
  }),
  changed(set, 'first ordinal', 'scale', (o) => (o.spec.ordinals = { start: 1 }), { data: 'at risk' }),
  changed(set, 'serviceName', 'replace', (o) => (o.spec.serviceName = 'other')),
  changed(set, 'podManagementPolicy', 'replace', (o) => (o.spec.podManagementPolicy = 'OrderedReady')),
  changed(set, 'selector', 'replace', (o) => {
    o.spec.selector.matchLabels.b = 'b';
    o.spec.template.metadata.labels.b = 'b';
  }),
  changed(
    set,
    'labels that the selector does not match',
    'refused',
    (o) => (o.spec.template.metadata.labels = { b: 'b' }),
  ),
  changed(set, 'larger volumes', 'replace', (o) => (data(o).spec.resources.requests.storage = '3Gi')),
  changed(set, 'smaller volumes', 'replace', (o) => (data(o).spec.resources.requests.storage = '1Gi')),
  changed(set, 'storage class', 'replace', (o) => (data(o).spec.storageClassName = 'standard')),
  changed(set, 'claim template renamed', 'data-loss', (o) => (data(o).metadata.name = 'other'), { data: 'lost' }),
  changed(set, 'claim template removed', 'data-loss', (o) => (o.spec.volumeClaimTemplates = []), { data: 'lost' }),
  changed(set, 'claim template added', 'replace', (o) =>
    o.spec.volumeClaimTemplates.push({ ...data(o), metadata: { name: 'more' } }),
  ),
  changed(set, 'claim templates in another order', 'replace', (o) => reversed(o.spec.volumeClaimTemplates), {
    prepare: (o) => o.spec.volumeClaimTemplates.push({ ...data(o), metadata: { name: 'more' } }),
  }),
  changed(set, 'size of volumes in other words', 'none', (o) => (data(o).spec.resources.requests.storage = '2048Mi')),
  changed(set, 'default of volumes written out', 'replace', (o) => (data(o).spec.volumeMode = 'Filesystem')),
  changed(set, 'no volumes, written out', 'none', (o) => (o.spec.volumeClaimTemplates = []), {
    prepare: (o) => delete o.spec.volumeClaimTemplates,
  }),
  changed(set, 'podManagementPolicy written out', 'replace', (o) => (o.spec.podManagementPolicy = 'OrderedReady'), {
    prepare: (o) => delete o.spec.podManagementPolicy,
  }),
  changed(set, 'revisionHistoryLimit written out', 'replace', (o) => (o.spec.revisionHistoryLimit = 10)),
  changed(set, 'revisionHistoryLimit left out', 'replace', (o) => delete o.spec.revisionHistoryLimit, {
    prepare: (o) => (o.spec.revisionHistoryLimit = 10),
  }),
  changed(set, 'OnDelete', 'refused', (o) => (o.spec.updateStrategy = { type: 'OnDelete' })),
  changed(set, 'image, with OnDelete', 'in-place', image, {
    prepare: (o) => (o.spec.updateStrategy = { type: 'OnDelete' }),
  }),
  changed(
    set,
    'RollingUpdate, with pods that wait',
    'rolling-restart',
    (o) => (o.spec.updateStrategy = { type: 'RollingUpdate' }),
    {
      prepare: (o) => (o.spec.updateStrategy = { type: 'OnDelete' }),
      pending: image,
    },
  ),
  changed(set, 'image, with a partition', 'rolling-restart', image, {
    prepare: (o) => (o.spec.updateStrategy = { rollingUpdate: { partition: 1 } }),
  }),
  changed(set, 'image, with all pods in the partition', 'in-place', image, {
    prepare: (o) => (o.spec.updateStrategy = { rollingUpdate: { partition: 2 } }),
  }),
  changed(set, 'lower partition', 'rolling-restart', (o) => (o.spec.updateStrategy.rollingUpdate.partition = 0), {
    prepare: (o) => (o.spec.updateStrategy = { rollingUpdate: { partition: 2 } }),
    pending: image,
  }),
  changed(set, 'revisionHistoryLimit', 'replace', (o) => (o.spec.revisionHistoryLimit = 3)),
  changed(set, 'minReadySeconds', 'in-place', (o) => (o.spec.minReadySeconds = 1)),
  changed(
    set,
    'claims go with it',
    'in-place',
    (o) => (o.spec.persistentVolumeClaimRetentionPolicy = { whenDeleted: 'Delete', whenScaled: 'Retain' }),
    { data: 'at risk' },
  ),
  changed(set, 'removed', 'delete', undefined, { data: 'at risk' }),
  changed(set, 'removed, and its claims with it', 'data-loss', undefined, {
    prepare: (o) => (o.spec.persistentVolumeClaimRetentionPolicy = { whenDeleted: 'Delete', whenScaled: 'Retain' }),
    data: 'lost',
  }),
  changed(set, 'removed, without volumes', 'delete', undefined, { prepare: (o) => (o.spec.volumeClaimTemplates = []) }),
];

const { deployment, daemonSet } = bases;
const workloads: Case[] = [
  changed(deployment, 'image', 'rolling-restart', image),
  changed(deployment, 'image, all at once', 'rolling-restart', image, {
    prepare: (o) => (o.spec.strategy = { type: 'Recreate' }),
  }),
  changed(deployment, 'image, paused', 'in-place', image, { pending: (o) => (o.spec.paused = true) }),
  changed(deployment, 'image, without pods', 'in-place', image, { prepare: (o) => (o.spec.replicas = 0) }),
  changed(deployment, 'no longer paused', 'rolling-restart', (o) => (o.spec.paused = false), {
    prepare: (o) => (o.spec.paused = false),
    pending: (o) => {
      o.spec.paused = true;
      image(o);
    },
  }),
  changed(deployment, 'more pods', 'scale', (o) => (o.spec.replicas = 3)),
  changed(deployment, 'fewer pods', 'scale', (o) => (o.spec.replicas = 1)),
  changed(deployment, 'strategy', 'refused', (o) => (o.spec.strategy = { type: 'Recreate' })),
  changed(deployment, 'maxSurge', 'in-place', (o) => (o.spec.strategy = { rollingUpdate: { maxSurge: 2 } })),
  changed(deployment, 'revisionHistoryLimit', 'in-place', (o) => (o.spec.revisionHistoryLimit = 3)),
  changed(deployment, 'selector', 'replace', (o) => {
    o.spec.selector.matchLabels.b = 'b';
    o.spec.template.metadata.labels.b = 'b';
  }),
  changed(deployment, 'removed', 'delete', undefined),
  changed(daemonSet, 'image', 'rolling-restart', image),
  changed(
    daemonSet,
    'node selector',
    'rolling-restart',
    (o) => (pod(o).nodeSelector = { 'kubernetes.io/os': 'linux' }),
  ),
  changed(daemonSet, 'image, with OnDelete', 'in-place', image, {
    prepare: (o) => (o.spec.updateStrategy = { type: 'OnDelete' }),
  }),
  changed(
    daemonSet,
    'maxUnavailable',
    'in-place',
    (o) => (o.spec.updateStrategy = { rollingUpdate: { maxUnavailable: 2 } }),
  ),
  changed(daemonSet, 'selector', 'replace', (o) => {
    o.spec.selector.matchLabels.b = 'b';
    o.spec.template.metadata.labels.b = 'b';
  }),
];

const { job, cronJob } = bases;
const jobs: Case[] = [
  changed(job, 'label of the pods', 'replace', (o) => (o.spec.template.metadata.labels.b = 'b')),
  changed(job, 'image', 'replace', image),
  changed(job, 'completions', 'replace', (o) => (o.spec.completions = 3)),
  changed(job, 'parallelism', 'replace', (o) => (o.spec.parallelism = 3)),
  changed(job, 'completions written out', 'replace', (o) => (o.spec.completions = 1)),
  changed(job, 'default of the pods written out', 'replace', (o) => (pod(o).dnsPolicy = 'ClusterFirst')),
  changed(job, 'nothing of the pods written out', 'replace', (o) => (main(o).resources = {})),
  changed(job, 'completionMode', 'refused', (o) => Object.assign(o.spec, { completionMode: 'Indexed' }), {
    prepare: (o) => (o.spec.completions = 1),
  }),
  changed(job, 'podFailurePolicy', 'refused', (o) => {
    o.spec.podFailurePolicy = { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [1] } }] };
  }),
  changed(job, 'backoffLimit', 'in-place', (o) => (o.spec.backoffLimit = 3)),
  changed(job, 'activeDeadlineSeconds', 'in-place', (o) => (o.spec.activeDeadlineSeconds = 300)),
  changed(job, 'removed', 'delete', undefined),
  changed(cronJob, 'schedule', 'in-place', (o) => (o.spec.schedule = '0 0 2 1 *')),
  changed(cronJob, 'image', 'in-place', (o) => image(o.spec.jobTemplate)),
  changed(bases.pod, 'image', 'replace', (o) => (o.spec.containers[0].image = 'registry.example/main:2')),
  changed(bases.pod, 'default written out', 'replace', (o) => (o.spec.dnsPolicy = 'ClusterFirst')),
  changed(bases.pod, 'variable', 'replace', (o) => (o.spec.containers[0].env = env('A'))),
];

const { claim, fixedClaim, volume, storageClass } = bases;
const storage: Case[] = [
  changed(claim, 'larger, of a class that may grow', 'in-place', (o) => (o.spec.resources.requests.storage = '3Gi')),
  changed(fixedClaim, 'larger, of a class that may not', 'refused', (o) => (o.spec.resources.requests.storage = '3Gi')),
  changed(claim, 'smaller', 'refused', (o) => (o.spec.resources.requests.storage = '1Gi')),
  changed(claim, 'storage class', 'data-loss', (o) => (o.spec.storageClassName = 'standard'), { data: 'lost' }),
  changed(claim, 'access mode', 'data-loss', (o) => (o.spec.accessModes = ['ReadWriteMany']), { data: 'lost' }),
  changed(claim, 'access modes in another order', 'data-loss', (o) => reversed(o.spec.accessModes), {
    prepare: (o) => (o.spec.accessModes = ['ReadWriteOnce', 'ReadWriteMany']),
    data: 'lost',
  }),
  changed(claim, 'volumeMode', 'refused', (o) => (o.spec.volumeMode = 'Block')),
  changed(claim, 'label', 'in-place', (o) => (o.metadata.labels = { b: 'b' })),
  changed(claim, 'removed', 'data-loss', undefined, { data: 'lost' }),
  changed(volume, 'path', 'data-loss', (o) => (o.spec.hostPath.path = '/var/lib/other'), { data: 'lost' }),
  changed(volume, 'reclaim policy', 'in-place', (o) => (o.spec.persistentVolumeReclaimPolicy = 'Delete'), {
    data: 'at risk',
  }),
  changed(storageClass, 'parameters', 'replace', (o) => (o.parameters = { a: 'b' })),
  changed(storageClass, 'provisioner', 'replace', (o) => (o.provisioner = 'a.example/c')),
  changed(storageClass, 'reclaimPolicy', 'refused', (o) => (o.reclaimPolicy = 'Retain')),
  changed(storageClass, 'volumeBindingMode', 'refused', (o) => (o.volumeBindingMode = 'WaitForFirstConsumer')),
  changed(storageClass, 'allowVolumeExpansion', 'in-place', (o) => (o.allowVolumeExpansion = true)),
];

const { configMap, secret, service, headlessService } = bases;
const immutable: Edit = (o) => (o.immutable = true);
const others: Case[] = [
  changed(configMap, 'content', 'in-place', (o) => (o.data['a.conf'] = 'b')),
  changed(configMap, 'content that pods mount', 'config-reload', (o) => (o.data['a.conf'] = 'b'), {
    companion: bases.reader,
  }),
  changed(configMap, 'content, immutable', 'replace', (o) => (o.data['a.conf'] = 'b'), { prepare: immutable }),
  changed(configMap, 'mutable again', 'refused', (o) => (o.immutable = false), { prepare: immutable }),
  changed(configMap, 'made immutable', 'in-place', immutable),
  changed(configMap, 'removed', 'delete', undefined),
  changed(secret, 'content', 'in-place', (o) => (o.stringData.a = 'b')),
  changed(secret, 'type', 'replace', (o) => (o.type = 'a.example/b')),
  changed(secret, 'type written out', 'replace', (o) => (o.type = 'Opaque'), { prepare: (o) => delete o.type }),
  changed(service, 'port', 'in-place', (o) => (o.spec.ports[0].port = 81)),
  changed(service, 'selector', 'in-place', (o) => (o.spec.selector = { app: 'other' })),
  changed(service, 'type', 'in-place', (o) => (o.spec.type = 'NodePort')),
  changed(service, 'session affinity', 'in-place', (o) => (o.spec.sessionAffinity = 'ClientIP')),
  changed(service, 'headless', 'replace', (o) => (o.spec.clusterIP = 'None')),
  changed(headlessService, 'with an address', 'replace', (o) => (o.spec.clusterIP = '10.0.0.99')),
  changed(service, 'loadBalancerClass', 'refused', (o) => (o.spec.loadBalancerClass = 'a.example/c'), {
    prepare: (o) => Object.assign(o.spec, { type: 'LoadBalancer', loadBalancerClass: 'a.example/b' }),
  }),
  changed(bases.ingress, 'backend', 'in-place', (o) => (o.spec.defaultBackend.service.port.number = 81)),
  changed(bases.ingress, 'annotation', 'in-place', (o) => (o.metadata.annotations = { 'a.example/b': 'c' })),
  changed(bases.ingressClass, 'controller', 'refused', (o) => (o.spec.controller = 'a.example/c')),
  changed(bases.networkPolicy, 'ports', 'in-place', (o) => (o.spec.ingress = [{ ports: [{ port: 80 }] }])),
  changed(bases.budget, 'maxUnavailable', 'in-place', (o) => (o.spec.maxUnavailable = 2)),
  changed(bases.budget, 'selector', 'in-place', (o) => (o.spec.selector.matchLabels.b = 'b')),
  changed(bases.role, 'rules', 'in-place', (o) => o.rules[0].verbs.push('list')),
  changed(bases.roleBinding, 'role', 'replace', (o) => (o.roleRef.name = 'b')),
  changed(
    bases.roleBinding,
    'group written out',
    'replace',
    (o) => (o.roleRef.apiGroup = 'rbac.authorization.k8s.io'),
    {
      prepare: (o) => delete o.roleRef.apiGroup,
    },
  ),
  changed(bases.roleBinding, 'subjects', 'in-place', (o) => (o.subjects[0].name = 'other')),
  changed(bases.priorityClass, 'value', 'refused', (o) => (o.value = 6)),
  changed(bases.serviceAccount, 'token', 'in-place', (o) => (o.automountServiceAccountToken = true)),
  changed(bases.namespace, 'label', 'in-place', (o) => (o.metadata.labels = { b: 'b' })),
  changed(bases.quota, 'limit', 'in-place', (o) => (o.spec.hard['count/ingresses.extensions'] = '200')),
  changed(bases.quota, 'scopes', 'replace', (o) => (o.spec.scopes = ['BestEffort']), {
    prepare: (o) => (o.spec.hard = { pods: '1000' }),
  }),
  changed(bases.autoscaler, 'maxReplicas', 'in-place', (o) => (o.spec.maxReplicas = 4)),
];

/** Every kind of change of the table. */
export const cases: readonly Case[] = [...statefulSets, ...workloads, ...jobs, ...storage, ...others];
