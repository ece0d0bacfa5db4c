import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { ElasticsearchEndpoint, SecretSpec } from '../../constructs/core';
import { GrafanaDashboards, GrafanaDataSource } from '../../constructs/monitoring';
import type { Environment } from '../../environments';
import { GRAFANA_USER } from '../secrets/accounts';

type Monitoring = NonNullable<Environment['monitoring']>;

/** An environment with dashboards. */
type Shown = Pick<Environment, 'kibana'> & {
  monitoring: Monitoring & { dashboards: NonNullable<Monitoring['dashboards']> };
};

/** What a Grafana that exists shows, in its namespace: dashboards, and the logs themselves. */
export class DashboardsStack extends Chart {
  /** The Secrets that Grafana reads. */
  readonly secrets: readonly SecretSpec[];

  constructor(scope: Construct, id: string, { monitoring, kibana }: Shown, elasticsearch: ElasticsearchEndpoint) {
    const { runbookUrl, kibanaUrl = kibana.ingressHost && `https://${kibana.ingressHost}`, dashboards } = monitoring;
    const { namespace, logs, ...shown } = dashboards;
    super(scope, id, { namespace, disableResourceNameHashes: true });
    new GrafanaDashboards(this, 'dashboards', { ...shown, runbookUrl, kibanaUrl });
    this.secrets = logs
      ? new GrafanaDataSource(this, 'logs', { ...logs, elasticsearch, username: GRAFANA_USER }).secrets
      : [];
  }
}
