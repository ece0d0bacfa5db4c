import { at, type KubernetesObject } from '../manifests/kubernetes-object';

/** What a new object lets whom do in the Kubernetes API; nothing if it gives no right. */
export function rightsOf(object: KubernetesObject): string {
  if (/^(Cluster)?Role$/.test(object.kind)) return `rights grow: ${rules(object).join('; ') || 'none yet'}`;
  if (!/^(Cluster)?RoleBinding$/.test(object.kind)) return '';
  const where = object.kind === 'ClusterRoleBinding' ? 'in all namespaces' : `in ${object.metadata.namespace}`;
  const subjects = list(object.subjects).map((subject) => text(at(subject, 'name')));
  return `rights grow: ${subjects.join(', ')} may do what ${text(at(object, 'roleRef', 'name'))} says ${where}`;
}

/** What is to be looked at in a difference of an object that gives rights; nothing in others. */
export function changedRights({ kind }: KubernetesObject, path: string): string {
  return /^(Cluster)?Role(Binding)?$/.test(kind) ? `${path}: rights change` : '';
}

function rules(role: KubernetesObject): string[] {
  return list(role.rules).map((rule) => {
    const [verbs, resources] = ['verbs', 'resources'].map((key) => list(at(rule, key)).map(text).join(', '));
    return `${verbs} ${resources}`;
  });
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
