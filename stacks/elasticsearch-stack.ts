import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import { Elasticsearch, provisionerRole, readerRole, watcherRole, writerRole } from '../constructs/elasticsearch';
import type { Environment } from '../environments';
import {
  FLUENTD_USER,
  GRAFANA_USER,
  KIBANA_TOKEN,
  PROVISIONER_USER,
  readerRoleName,
  readingUsers,
  WATCHER_USER,
} from './secrets/accounts';

/** The Elasticsearch cluster with the accounts of everything else that is deployed. */
export class ElasticsearchStack extends Chart {
  /** The cluster. */
  readonly elasticsearch: Elasticsearch;

  constructor(scope: Construct, id: string, environment: Environment) {
    const {
      namespace,
      agentsNamespace,
      version,
      dnsPorts,
      elasticsearch,
      routes,
      readers = {},
      snapshots,
      monitoring,
    } = environment;
    const isWatched = monitoring?.elasticsearch ?? false;
    const grafana = monitoring?.dashboards?.logs && monitoring.dashboards;
    super(scope, id, { namespace, disableResourceNameHashes: true });

    const routeNames = routes.map(({ name }) => name);
    this.elasticsearch = new Elasticsearch(this, 'elasticsearch', {
      version,
      nodeSets: elasticsearch.nodeSets,
      zones: elasticsearch.zones,
      storageClass: elasticsearch.storageClass,
      allowMmap: elasticsearch.allowMmap,
      roles: {
        log_writer: writerRole(routeNames),
        log_provisioner: provisionerRole(routeNames, { snapshots: snapshots !== undefined }),
        ...(isWatched && { log_watcher: watcherRole(routeNames, { snapshots: snapshots !== undefined }) }),
        ...(grafana && { log_viewer: readerRole(routeNames) }),
        ...Object.fromEntries(
          Object.entries(readers).map(([name, reader]) => [readerRoleName(name), readerRole(reader.routes)]),
        ),
      },
      users: [
        { username: FLUENTD_USER, roles: ['log_writer'] },
        { username: PROVISIONER_USER, roles: ['log_provisioner'] },
        ...(isWatched ? [{ username: WATCHER_USER, roles: ['log_watcher'] }] : []),
        ...(grafana ? [{ username: GRAFANA_USER, roles: ['log_viewer'] }] : []),
        ...readingUsers(readers),
      ],
      serviceTokens: [KIBANA_TOKEN],
      s3Storage: snapshots,
      clientNamespaces: [...new Set([namespace, agentsNamespace, ...(grafana ? [grafana.namespace] : [])])],
      dnsPorts,
    });
  }
}
