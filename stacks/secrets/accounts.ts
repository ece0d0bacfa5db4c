import type { FileRealmUser, SecretSpec, ServiceToken } from '../../constructs/core';
import type { Environment } from '../../environments';

/** User of Elasticsearch that appends logs to the data streams of all routes, and can do nothing else. */
export const FLUENTD_USER = 'fluentd';

/** User of Elasticsearch that applies lifecycle policies and index templates. */
export const PROVISIONER_USER = 'provisioner';

/** User of Elasticsearch that watches the cluster for a Prometheus. */
export const WATCHER_USER = 'watcher';

/** User of Elasticsearch as which Grafana reads logs. */
export const GRAFANA_USER = 'grafana';

/** Service token by which Kibana authenticates; Elasticsearch defines what the account may do. */
export const KIBANA_TOKEN: ServiceToken = { account: 'elastic/kibana', tokenName: 'kibana' };

type Readers = NonNullable<Environment['readers']>;

/** Name of the role of who reads what `name` of the readers of an environment says. */
export function readerRoleName(name: string): string {
  return `${name}-reader`;
}

/** The users that read logs, each with all roles that it has. */
export function readingUsers(readers: Readers): FileRealmUser[] {
  const roles = new Map<string, string[]>();
  for (const [name, { users = [] }] of Object.entries(readers)) {
    for (const user of users) roles.set(user, [...(roles.get(user) ?? []), readerRoleName(name)]);
  }
  return [...roles].map(([username, names]) => ({ username, roles: names }));
}

/** The Secrets with their passwords, for people to hand out; no pod reads them. */
export function readerSecrets(readers: Readers, namespace: string): SecretSpec[] {
  return readingUsers(readers).map(({ username, roles }) => ({
    kind: 'credentials',
    name: `reader-${username}`,
    namespace,
    description: `User that reads logs (${roles.join(', ')})`,
    username,
  }));
}
