import { Yaml } from 'cdk8s';

import { dataStreamName, dataStreamPattern } from '../core';

/** Privileges on indices. */
export interface IndicesPrivileges {
  /** Names or patterns of indices and data streams. */
  readonly names: readonly string[];

  /** Elasticsearch's names of the privileges. */
  readonly privileges: readonly string[];
}

/**
 * A role as `roles.yml` holds it.
 *
 * @see https://www.elastic.co/docs/deploy-manage/users-roles/cluster-or-deployment-auth/defining-roles
 */
export interface RoleDescriptor {
  /**
   * Privileges on the cluster.
   *
   * @default - none
   */
  readonly cluster?: readonly string[];

  /**
   * Privileges on indices.
   *
   * @default - none
   */
  readonly indices?: readonly IndicesPrivileges[];
}

/** What a writer may do beyond appending. */
export interface WriterRoleOptions {
  /**
   * Whether the first document creates a data stream, for clusters without a provisioner of ours. What it is made from is
   * whatever template there is at that moment, Elastic's own if ours has not been applied yet.
   *
   * @default false; a provisioner makes the data streams, and until then writers are refused and try again
   */
  readonly createsDataStreams?: boolean;
}

/**
 * The role of who writes the logs of `routes`: it can append to exactly their data streams, and can neither read nor change
 * a document. A field that is new extends the mapping. Of the cluster it may only know name and version, for which clients
 * ask.
 */
export function writerRole(
  routes: readonly string[],
  { createsDataStreams = false }: WriterRoleOptions = {},
): RoleDescriptor {
  return {
    cluster: ['cluster:monitor/main'],
    indices: [
      {
        names: routes.map(dataStreamName),
        privileges: ['create_doc', createsDataStreams ? 'auto_configure' : 'indices:admin/mapping/auto_put'],
      },
    ],
  };
}

/** The role of who reads the logs of `routes`: their data streams and nothing else. */
export function readerRole(routes: readonly string[]): RoleDescriptor {
  return { indices: [{ names: routes.map(dataStreamName), privileges: ['read', 'view_index_metadata'] }] };
}

/** What a provisioner may do beyond policies, templates and data streams. */
export interface ProvisionerRoleOptions {
  /**
   * Whether it also registers repositories and takes snapshots, which Elasticsearch does with its rights as well.
   *
   * @default false
   */
  readonly snapshots?: boolean;
}

/**
 * The role of who applies lifecycle policies and index templates for `routes`, and makes their data streams. It must be
 * able to manage the indices, because Elasticsearch carries out a policy with the rights of the user who wrote it last; a
 * shrunken index has a name of its own until it takes the place of the original. Policies for snapshots it can always
 * remove: those that the code no longer has.
 *
 * @see https://www.elastic.co/docs/manage-data/lifecycle/index-lifecycle-management/index-lifecycle
 */
export function provisionerRole(
  routes: readonly string[],
  { snapshots = false }: ProvisionerRoleOptions = {},
): RoleDescriptor {
  const patterns = routes.map(dataStreamPattern);
  return {
    cluster: [
      'manage_ilm',
      'manage_index_templates',
      'manage_slm',
      'monitor',
      ...(snapshots ? SNAPSHOT_PRIVILEGES : []),
    ],
    indices: [
      { names: [...patterns, ...patterns.map((pattern) => `shrink-*-.ds-${pattern}`)], privileges: ['manage'] },
    ],
  };
}

/** What a watcher is to see beyond health, nodes and the lifecycle of indices. */
export interface WatcherRoleOptions {
  /**
   * Whether it counts the snapshots that policies have taken.
   *
   * @default false
   */
  readonly snapshots?: boolean;
}

/**
 * The role of who watches the cluster for a monitoring: it may ask how the cluster, its nodes, and the size and lifecycle of the indices
 * of `routes` are, and can neither read a log nor change anything. `read_slm` does not contain the counters of policies.
 */
export function watcherRole(routes: readonly string[], { snapshots = false }: WatcherRoleOptions = {}): RoleDescriptor {
  const patterns = routes.map(dataStreamPattern);
  return {
    cluster: ['monitor', 'read_ilm', ...(snapshots ? ['read_slm', 'cluster:admin/slm/stats'] : [])],
    indices: [
      {
        names: [...patterns, ...patterns.map((pattern) => `shrink-*-.ds-${pattern}`)],
        privileges: ['indices:admin/ilm/explain', 'indices:monitor/data_stream/stats'],
      },
    ],
  };
}

/** Name of the role of the readiness probe, which every cluster has. */
export const READINESS_ROLE = 'readiness_probe';

/** The role of who asks for the health of the cluster, and can do nothing else. */
export function readinessRole(): RoleDescriptor {
  return { cluster: ['cluster:monitor/health'] };
}

/** @see https://www.elastic.co/docs/deploy-manage/tools/snapshot-and-restore/create-snapshots#slm-security */
const SNAPSHOT_PRIVILEGES = ['cluster:admin/snapshot/*', 'cluster:admin/repository/*'];

/** Text of `roles.yml`. */
export function rolesYaml(roles: Readonly<Record<string, RoleDescriptor>>): string {
  return Yaml.stringify(roles);
}
