import { type ParsedDirective, render, tryParse } from '../../constructs/fluentd/conf';
import { compareObjects } from '../diff/compare-objects';
import type { FieldChange } from '../diff/field-change';
import { identityOf, isMapping, type KubernetesObject, nameOf } from '../manifests/kubernetes-object';

/**
 * What a difference between two environments concerns. `sizing` is intended; every other group is behaviour, which makes
 * "it worked in staging" mean less.
 */
export const GROUPS = ['sizing', 'versions', 'security', 'pipeline', 'topology', 'other'] as const;

/** A group of differences; see {@link GROUPS}. */
export type Group = (typeof GROUPS)[number];

/** A difference between two environments. */
export interface ParityDifference {
  /** What it concerns. */
  readonly group: Group;

  /** The object. */
  readonly object: string;

  /** Where in the object; empty if the whole object is in one environment only. */
  readonly path: string;

  /** The value in the first environment; undefined if there is none. */
  readonly first: unknown;

  /** The value in the second environment; undefined if there is none. */
  readonly second: unknown;

  /** Changed lines, for texts. */
  readonly lines: readonly string[];
}

/** A hash of the content at the end of a name. */
const HASH_SUFFIX = /-[0-9a-f]{8,10}$/;

/** Hashes that follow from other differences. */
const DERIVED = /checksum\/config|metadata\.name$|total-retention/;

/** Rules by path or object; the first that fits counts. */
const RULES: readonly (readonly [RegExp, Group])[] = [
  [/\bimage$|default_elasticsearch_version|compatible-with/, 'versions'],
  [
    /\.(replicas|resources)\b|requests\.storage|storageClassName|max-old-space-size|NODE_OPTIONS|sizeLimit|number_of_replicas|min_age|max_age|max_primary_shard_size|hotMax/,
    'sizing',
  ],
  [/Ingress .*(host|hosts|tls|rules|ingressClassName)|publicBaseUrl/, 'sizing'],
  [
    /securityContext|automount|serviceAccount|pod-security|^(Cluster)?Role|^NetworkPolicy|xpack\.security|\.ssl\.|secretName|roles\.yml/,
    'security',
  ],
  [/fluent\.conf|policy\.json|template\.json|requests\.|ConfigMap .*\.(sh|js)/, 'pipeline'],
  [/zone|topologySpread|[aA]ffinity|discovery|node\.roles|awareness|initial_master_nodes/, 'topology'],
];

/** Parameters of Fluentd that are sizes. */
const SIZES = ['total_limit_size', 'chunk_limit_size', 'flush_thread_count', 'workers'];

/** Every difference between the objects of two environments. */
export function parity(first: readonly KubernetesObject[], second: readonly KubernetesObject[]): ParityDifference[] {
  const [a, b] = [first, second].map((objects) => new Map(objects.map((object) => [keyOf(object), object])));
  const keys = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])];
  return keys.flatMap((key) => {
    const [x, y] = [a?.get(key), b?.get(key)];
    if (x && y) return fieldDifferences(x, y);
    const object = (x ?? y) as KubernetesObject;
    const whole = { object: nameOf(object), path: '', lines: [] };
    return [{ ...whole, group: groupOfObject(object), first: x && 'there', second: y && 'there' }];
  });
}

function fieldDifferences(x: KubernetesObject, y: KubernetesObject): ParityDifference[] {
  const object = nameOf(x).replace(HASH_SUFFIX, '');
  return compareObjects(x, y)
    .filter(({ path }) => !DERIVED.test(path))
    .map((change) => ({
      group: groupOfField(object, change),
      object,
      path: change.path,
      first: change.before,
      second: change.after,
      lines: change.hunks.flatMap(({ lines }) => lines.filter((line) => !line.startsWith(' '))),
    }));
}

function groupOfField(object: string, change: FieldChange): Group {
  if (differsInSizes(change)) return 'sizing';
  const text = `${object} ${change.path}`;
  return RULES.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

/** Whether the only thing that differs between two configurations of Fluentd is how large something is. */
function differsInSizes({ before, after }: FieldChange): boolean {
  const [a, b] = [before, after].map((text) => (typeof text === 'string' ? tryParse(text) : undefined));
  if (!a || !b || render(a) === render(b)) return false;
  return render(a.map(withoutSizes)) === render(b.map(withoutSizes));
}

function withoutSizes({ params, children, ...directive }: ParsedDirective): ParsedDirective {
  const others = Object.entries(params).filter(([name]) => !SIZES.includes(name));
  return { ...directive, params: Object.fromEntries(others), children: children.map(withoutSizes) };
}

/** An object that is in one environment only. */
function groupOfObject({ kind, data }: KubernetesObject): Group {
  if (/^(NetworkPolicy|Role|RoleBinding|ClusterRole|ClusterRoleBinding|Certificate)$/.test(kind)) return 'security';
  if (isMapping(data) && ('policy.json' in data || 'template.json' in data || 'fluent.conf' in data)) return 'pipeline';
  return /^(StatefulSet|Deployment|DaemonSet|Service|ConfigMap)$/.test(kind) ? 'topology' : 'other';
}

function keyOf(object: KubernetesObject): string {
  return object.kind === 'Job' ? identityOf(object).replace(HASH_SUFFIX, '') : identityOf(object);
}
