/** Port of the HTTP API. */
export const HTTP_PORT = 9200;

/** Port on which the nodes of a cluster talk to each other. */
export const TRANSPORT_PORT = 9300;

/** Port that opens when a node has joined a cluster. */
export const READINESS_PORT = 8080;

/**
 * Longest name of a StatefulSet: Kubernetes puts `<name>-<hash of 10>` into the label `controller-revision-hash`, whose
 * value may have 63 characters; a longer name is accepted and then makes no pods. Pod names (`<name>-<ordinal>`, at most
 * 63 for the host name) fit as well, up to ten thousand million ordinals.
 *
 * @see https://github.com/kubernetes/kubernetes/issues/64023
 */
export const MAX_STATEFUL_SET_NAME = 52;

/** Names of the objects that a cluster has once. */
export interface ClusterNames {
  /** Service of the HTTP API, and `cluster.name`. */
  readonly http: string;

  /** Headless Service that lists the master-eligible pods, ready or not. */
  readonly discovery: string;

  /** Headless Service that lists the pods that serve clients and are ready. */
  readonly ready: string;

  /** ConfigMap of the scripts that pods run: `prepare.sh` when they start, `readiness.sh` as their probe. */
  readonly scripts: string;

  /** ConfigMap of `roles.yml`. */
  readonly roles: string;

  /** Secret with the certificate of the HTTP API. */
  readonly httpTls: string;

  /** Secret with the certificate by which nodes recognise each other. */
  readonly transportTls: string;

  /** Secret with the password of the superuser `elastic`. */
  readonly superuser: string;

  /** Secret with the password of the user that asks for the health of the cluster. */
  readonly readiness: string;

  /** Secret with the hashes of users and service tokens. */
  readonly fileRealm: string;

  /** Label of the pods that answer HTTP requests of clients. */
  readonly httpLabel: string;

  /** Label of the pods that may be clients. */
  readonly clientLabel: string;
}

/** All names of the cluster `name` that do not depend on its node sets. */
export function clusterNames(name: string): ClusterNames {
  return {
    http: name,
    discovery: `${name}-discovery`,
    ready: `${name}-ready`,
    scripts: `${name}-scripts`,
    roles: `${name}-roles`,
    httpTls: `${name}-http-tls`,
    transportTls: `${name}-transport-tls`,
    superuser: `${name}-superuser`,
    readiness: `${name}-readiness`,
    fileRealm: `${name}-file-realm`,
    httpLabel: `${name}-http`,
    clientLabel: `${name}-client`,
  };
}

/** Endings that a node set's name must not be, because `<cluster>-<ending>` is the name of something else. */
export const RESERVED_NODE_SET_NAMES: readonly string[] = ['discovery', 'ready', 'scripts', 'roles'];

/** What follows the cluster's name in the name of a StatefulSet: `hot`, or `hot-1a` in the zone `eu-central-1a`. */
export function componentName(nodeSet: string, zone?: string): string {
  return zone ? `${nodeSet}-${zoneSuffix(zone)}` : nodeSet;
}

/** Name of a StatefulSet, of its headless Service and of its ConfigMap. */
export function statefulSetName(cluster: string, nodeSet: string, zone?: string): string {
  return `${cluster}-${componentName(nodeSet, zone)}`;
}

/**
 * Last part of a zone's name as it can stand in the name of an object, e.g. `1a` of `eu-central-1a`, `b` of
 * `europe-west1-b`, `ad-1` of `AD_1`. It depends on no other zone: adding a zone must not rename the StatefulSets of those
 * that exist.
 */
export function zoneSuffix(zone: string): string {
  return zone
    .slice(zone.lastIndexOf('-') + 1)
    .toLowerCase()
    .replaceAll(/[._]/g, '-');
}
