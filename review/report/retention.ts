import { at, type KubernetesObject, listAt } from '../manifests/kubernetes-object';
import { tryParse } from '../manifests/yaml';
import type { Figure } from './figure';

/** Annotation in which a policy says how old a log can get. */
const TOTAL_RETENTION = 'cdk8s-efk/total-retention';

/** The figure of a ConfigMap with a lifecycle policy: how old its logs get; nothing for others. */
export function retentionOf(object: KubernetesObject): Figure[] {
  const policy = at(object, 'data', 'policy.json');
  if (typeof policy !== 'string') return [];
  const name = object.metadata.name.replace(/^ilm-policy-/, '');
  const deleted = at(tryParse(policy), 'policy', 'phases', 'delete', 'min_age');
  const value = object.metadata.annotations?.[TOTAL_RETENTION] ?? deleted ?? 'forever';
  return [{ name: `retention ${name}`, unit: 'text', value: String(value) }];
}

/** How long the logs of a route are kept. */
export interface RouteRetention {
  /** Pattern of the data streams, e.g. `logs-payments-*`. */
  readonly pattern: string;

  /** Name of the lifecycle policy. */
  readonly policy: string;

  /** Age that a log reaches at most. */
  readonly retention: string;

  /** Copies of each shard besides the primary. */
  readonly replicas: number;
}

/** Retention of every route: which template takes its data streams, and which policy that template names. */
export function routeRetentions(objects: readonly KubernetesObject[]): RouteRetention[] {
  const ages = new Map(objects.flatMap(retentionOf).map(({ name, value }) => [name.replace('retention ', ''), value]));
  return objects.flatMap((object) => {
    const text = at(object, 'data', 'template.json');
    if (typeof text !== 'string') return [];
    const template = tryParse(text);
    const settings = at(template, 'template', 'settings');
    const policy = String(setting(settings, 'index.lifecycle.name') ?? '');
    return listAt(template, 'index_patterns').map((pattern) => ({
      pattern: String(pattern),
      policy,
      retention: String(ages.get(policy) ?? 'forever'),
      replicas: Number(setting(settings, 'index.number_of_replicas') ?? 1),
    }));
  });
}

/** A setting of an index, written with dots or nested. */
function setting(settings: unknown, name: string): unknown {
  const parts = name.split('.');
  for (let count = 1; count <= parts.length; count++) {
    const found = at(settings, parts.slice(0, count).join('.'));
    if (found === undefined) continue;
    return count === parts.length ? found : setting(found, parts.slice(count).join('.'));
  }
  return parts[0] === 'index' ? setting(settings, parts.slice(1).join('.')) : undefined;
}
