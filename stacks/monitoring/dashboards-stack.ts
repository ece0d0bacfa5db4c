import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import { GrafanaDashboards } from '../../constructs/monitoring';
import type { Environment } from '../../environments';

type Monitoring = NonNullable<Environment['monitoring']>;

/** Dashboards for a Grafana that exists, in its namespace. */
export class DashboardsStack extends Chart {
  constructor(
    scope: Construct,
    id: string,
    { monitoring, kibana }: Pick<Environment, 'kibana'> & { monitoring: Monitoring },
    { namespace, ...dashboards }: NonNullable<Monitoring['dashboards']>,
  ) {
    super(scope, id, { namespace, disableResourceNameHashes: true });
    const { runbookUrl, kibanaUrl = kibana.ingressHost && `https://${kibana.ingressHost}` } = monitoring;
    new GrafanaDashboards(this, 'dashboards', { ...dashboards, runbookUrl, kibanaUrl });
  }
}
