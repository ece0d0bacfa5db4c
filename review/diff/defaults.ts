import { at, isMapping } from '../manifests/kubernetes-object';

/** Part of a path that leads to the spec of a pod. */
const POD_SPEC = /^(?:CronJob\.spec\.jobTemplate\.spec\.template|(?!Pod\.)\w+\.spec\.template|Pod)\.spec\./;

/** What the API server stores where a manifest says nothing, by the path in a pod's spec. */
const POD_DEFAULTS: readonly (readonly [RegExp, unknown])[] = [
  [/^dnsPolicy$/, 'ClusterFirst'],
  [/^schedulerName$/, 'default-scheduler'],
  [/^terminationGracePeriodSeconds$/, 30],
  [/^enableServiceLinks$/, true],
  [/^(hostNetwork|hostPID|hostIPC)$/, false],
  [/ontainers\.terminationMessagePath$/, '/dev/termination-log'],
  [/ontainers\.terminationMessagePolicy$/, 'File'],
  [/ontainers\.ports\.protocol$/, 'TCP'],
  [/ontainers\.(tty|stdin|stdinOnce)$/, false],
  [/ontainers\.volumeMounts\.readOnly$/, false],
  [/Probe\.timeoutSeconds$/, 1],
  [/Probe\.periodSeconds$/, 10],
  [/Probe\.successThreshold$/, 1],
  [/Probe\.failureThreshold$/, 3],
  [/\.httpGet\.scheme$/, 'HTTP'],
  [/\.fieldRef\.apiVersion$/, 'v1'],
  [/^volumes(\.projected\.sources)?\.(configMap|secret|projected|downwardAPI)\.defaultMode$/, 0o644],
  [/^volumes\.hostPath\.type$/, ''],
];

/** The same for everything else, by the path with the kind in front. */
const DEFAULTS: readonly (readonly [RegExp, unknown])[] = [
  [/^(StatefulSet|Deployment)\.spec\.replicas$/, 1],
  [/^(StatefulSet|Deployment|DaemonSet)\.spec\.revisionHistoryLimit$/, 10],
  [/^(StatefulSet|DaemonSet)\.spec\.updateStrategy\.type$/, 'RollingUpdate'],
  [/^StatefulSet\.spec\.updateStrategy\.rollingUpdate\.partition$/, 0],
  [/^StatefulSet\.spec\.podManagementPolicy$/, 'OrderedReady'],
  [/^StatefulSet\.spec\.persistentVolumeClaimRetentionPolicy\.(whenDeleted|whenScaled)$/, 'Retain'],
  [/^StatefulSet\.spec\.minReadySeconds$|^(Deployment|DaemonSet)\.spec\.minReadySeconds$/, 0],
  [/^(StatefulSet|Deployment|DaemonSet|Job)\.spec\.template\.spec\.restartPolicy$/, 'Always'],
  [/volumeClaimTemplates\.spec\.volumeMode$|^PersistentVolumeClaim\.spec\.volumeMode$/, 'Filesystem'],
  [/^Deployment\.spec\.strategy\.type$/, 'RollingUpdate'],
  [/^Deployment\.spec\.strategy\.rollingUpdate\.(maxSurge|maxUnavailable)$/, '25%'],
  [/^Deployment\.spec\.progressDeadlineSeconds$/, 600],
  [/^DaemonSet\.spec\.updateStrategy\.rollingUpdate\.maxUnavailable$/, 1],
  [/^DaemonSet\.spec\.updateStrategy\.rollingUpdate\.maxSurge$/, 0],
  [/^Job\.spec\.backoffLimit$/, 6],
  [/^Job\.spec\.(completions|parallelism)$/, 1],
  [/^Job\.spec\.completionMode$/, 'NonIndexed'],
  [/^(Job|CronJob)\.spec\.suspend$/, false],
  [/^CronJob\.spec\.concurrencyPolicy$/, 'Allow'],
  [/^CronJob\.spec\.successfulJobsHistoryLimit$/, 3],
  [/^CronJob\.spec\.failedJobsHistoryLimit$/, 1],
  [/^Service\.spec\.type$/, 'ClusterIP'],
  [/^Service\.spec\.sessionAffinity$/, 'None'],
  [/^Service\.spec\.internalTrafficPolicy$/, 'Cluster'],
  [/^Service\.spec\.publishNotReadyAddresses$/, false],
  [/^(Service|NetworkPolicy)\..*ports\.protocol$/, 'TCP'],
  [/^StorageClass\.reclaimPolicy$/, 'Delete'],
  [/^StorageClass\.volumeBindingMode$/, 'Immediate'],
  [/^Secret\.type$/, 'Opaque'],
  [/^(Cluster)?RoleBinding\.roleRef\.apiGroup$/, 'rbac.authorization.k8s.io'],
];

/**
 * Fields that Pulumi replaces an object for. It compares what is written, so that a default which one side writes out, or an
 * empty map, is enough; the server sees no difference.
 */
const COMPARED_AS_WRITTEN =
  /^(StatefulSet\.spec\.(podManagementPolicy|revisionHistoryLimit|selector|serviceName|volumeClaimTemplates)|(Deployment|DaemonSet)\.spec\.selector|Job\.spec\.(completions|parallelism|selector|template)|Pod\.spec|PersistentVolumeClaim\.spec\.(accessModes|selector|storageClassName)|(Cluster)?RoleBinding\.roleRef|StorageClass\.(parameters|provisioner)|Secret\.type|Service\.spec\.clusterIP|ResourceQuota\.spec\.scopes)\b/;

/** Maps that may be written empty, or with nothing but defaults, or left out. */
const OPTIONAL_MAPS =
  /\.(labels|annotations|matchLabels|nodeSelector|resources|requests|limits|updateStrategy|strategy|rollingUpdate|persistentVolumeClaimRetentionPolicy)$|template\.spec\.securityContext$|^(ConfigMap|Secret)\.(data|binaryData|stringData)$/;

/** Whether a manifest that leaves out `path` gets `value` from the API server. */
export function isDefault(value: unknown, path: string, parent: unknown): boolean {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return true;
  if (isOptionalMap(path) && isMapping(value)) {
    return Object.entries(value).every(([key, inner]) => isDefault(inner, `${path}.${key}`, value));
  }
  if (/^Service\.spec\.ports\.targetPort$/.test(path)) return value === at(parent, 'port');
  if (/ontainers\.imagePullPolicy$/.test(path)) return value === pullPolicy(at(parent, 'image'));
  const inPod = path.replace(POD_SPEC, '');
  return [...DEFAULTS.filter(([pattern]) => pattern.test(path)), ...podDefaults(path, inPod)].some(
    ([, standard]) => standard === value,
  );
}

/** Whether it matters at `path` how something is written. */
export function isComparedAsWritten(path: string): boolean {
  return COMPARED_AS_WRITTEN.test(path);
}

/** Whether the map at `path` is the same empty and left out. */
export function isOptionalMap(path: string): boolean {
  return OPTIONAL_MAPS.test(path);
}

function podDefaults(path: string, inPod: string): readonly (readonly [RegExp, unknown])[] {
  return inPod === path ? [] : POD_DEFAULTS.filter(([pattern]) => pattern.test(inPod));
}

/** What the API server pulls an image by when nothing is said: always, if its tag can move. */
function pullPolicy(image: unknown): string {
  const name = String(image).split('/').at(-1) ?? '';
  return name.includes('@') || /:(?!latest$)./.test(name) ? 'IfNotPresent' : 'Always';
}
