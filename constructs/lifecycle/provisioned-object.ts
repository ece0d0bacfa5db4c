import { k8s } from 'cdk8s-plus-28';
import type { Construct, IConstruct } from 'constructs';

import { labels, refuseTwins } from '../core';

/** Where objects of one kind are in the HTTP API of Elasticsearch, and how their ConfigMaps are called. */
interface Place {
  readonly path: string;
  readonly configMap: string;
  readonly key: string;
}

const PLACES = {
  'snapshot repository': { path: '/_snapshot/', configMap: 'snapshot-repository', key: 'repository.json' },
  'snapshot policy': { path: '/_slm/policy/', configMap: 'snapshot-policy', key: 'policy.json' },
  'lifecycle policy': { path: '/_ilm/policy/', configMap: 'ilm-policy', key: 'policy.json' },
  'component template': { path: '/_component_template/', configMap: 'component-template', key: 'template.json' },
  'index template': { path: '/_index_template/', configMap: 'index-template', key: 'template.json' },
} as const satisfies Record<string, Place>;

/** Kinds of objects that a provisioner applies, as messages call them. */
export type ProvisionedKind = keyof typeof PLACES;

/**
 * All kinds in the order in which they are applied, because each may name objects of those before it: a snapshot policy
 * its repository, a lifecycle policy the snapshot policy that it waits for, an index template the rest. To be removed,
 * they go in the opposite order.
 */
export const PROVISIONED_KINDS = Object.keys(PLACES) as readonly ProvisionedKind[];

/** An object of Elasticsearch as code: the request that makes it so, and where its body is in Kubernetes. */
export interface ProvisionedObject {
  /** What the object is. */
  readonly kind: ProvisionedKind;

  /** Name of the object in Elasticsearch. */
  readonly name: string;

  /** Path of the object in the HTTP API, for `GET`, `PUT` and `DELETE`, e.g. `/_ilm/policy/logs-standard`. */
  readonly path: string;

  /** Body of the `PUT`, as JSON text that ends with a newline. */
  readonly body: string;

  /** Name of the ConfigMap that holds the body. */
  readonly configMap: string;

  /** Key of the ConfigMap under which the body is. */
  readonly key: string;

  /**
   * Data streams that an index template is for, made where they do not exist.
   *
   * @default - none
   */
  readonly dataStreams?: readonly string[];
}

/** What every construct of an object of Elasticsearch takes. */
export interface ProvisionedObjectProps {
  /**
   * Name of the ConfigMap with the body. Objects of two clusters may have one name; their ConfigMaps in one namespace may
   * not.
   *
   * @default - the kind of the object and its name, e.g. `ilm-policy-<policyName>`
   */
  readonly configMapName?: string;
}

/** A construct that declares an object of Elasticsearch, and leaves it to a provisioner to apply it. */
export interface IProvisioned extends IConstruct {
  /** What is to be applied. */
  readonly request: ProvisionedObject;
}

/** The object called `name` with `body`. */
export function provisionedObject(
  kind: ProvisionedKind,
  name: string,
  body: object,
  { configMapName }: ProvisionedObjectProps = {},
): ProvisionedObject {
  const { path, key } = PLACES[kind];
  const configMap = configMapName ?? `${PLACES[kind].configMap}-${name}`;
  const text = `${JSON.stringify(body, null, 2)}\n`;
  return { kind, name, path: `${path}${name}`, body: text, configMap, key };
}

/** The ConfigMap that holds the body of `object`, as the main child of `scope`. */
export function bodyConfigMap(
  scope: Construct,
  object: ProvisionedObject,
  annotations?: Record<string, string>,
): k8s.KubeConfigMap {
  refuseTwins(scope);
  const identity = { name: PLACES[object.kind].configMap, instance: object.name };
  return new k8s.KubeConfigMap(scope, 'Resource', {
    metadata: { name: object.configMap, labels: labels(identity), ...(annotations && { annotations }) },
    data: { [object.key]: object.body },
  });
}

/** A sentence if `name`, called `what`, cannot be the name of an object and of its ConfigMap. */
export function nameMistakes(what: string, name: string): string[] {
  if (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name)) return [];
  return [`${what} must be lower-case letters, digits, dots and dashes, got '${name}'; rename it`];
}

/** A sentence if the ConfigMap cannot have the name that it is given. */
export function configMapMistakes({ configMapName }: ProvisionedObjectProps): string[] {
  return configMapName === undefined ? [] : nameMistakes('configMapName', configMapName);
}
