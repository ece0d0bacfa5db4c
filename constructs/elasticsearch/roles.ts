import { Yaml } from 'cdk8s';

import { dataStreamPattern } from '../core';

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

/**
 * The role of who writes the logs of `routes`: it can append to exactly their data streams, which the first document
 * creates, and can neither read nor change a document. `monitor` is for the client's question for the server's version.
 */
export function writerRole(routes: readonly string[]): RoleDescriptor {
  return {
    cluster: ['monitor'],
    indices: [{ names: routes.map(dataStreamPattern), privileges: ['create_doc', 'auto_configure'] }],
  };
}

/**
 * The role of who applies lifecycle policies and index templates for `routes`. It must be able to manage the indices,
 * because Elasticsearch carries out a policy with the rights of the user who wrote it last; a shrunken index has a name
 * of its own until it takes the place of the original.
 *
 * @param options whether it also registers repositories and snapshot policies, which Elasticsearch carries out with its
 *   rights as well
 * @see https://www.elastic.co/docs/manage-data/lifecycle/index-lifecycle-management/index-lifecycle
 */
export function provisionerRole(routes: readonly string[], { snapshots = false } = {}): RoleDescriptor {
  const patterns = routes.map(dataStreamPattern);
  return {
    cluster: ['manage_ilm', 'manage_index_templates', 'monitor', ...(snapshots ? SNAPSHOT_PRIVILEGES : [])],
    indices: [
      { names: [...patterns, ...patterns.map((pattern) => `shrink-*-.ds-${pattern}`)], privileges: ['manage'] },
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
const SNAPSHOT_PRIVILEGES = ['manage_slm', 'cluster:admin/snapshot/*', 'cluster:admin/repository/*'];

/** Text of `roles.yml`. */
export function rolesYaml(roles: Readonly<Record<string, RoleDescriptor>>): string {
  return Yaml.stringify(roles);
}
