import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { ElasticsearchEndpoint } from '../constructs/core';
import { Fluentd } from '../constructs/fluentd';
import type { Environment } from '../environments';

/** The collector on every node. */
export class FluentdStack extends Chart {
  /** The collector. */
  readonly fluentd: Fluentd;

  constructor(scope: Construct, id: string, environment: Environment, elasticsearch: ElasticsearchEndpoint) {
    const { agentsNamespace, version, dnsPorts, fluentd, routes, treatments } = environment;
    super(scope, id, { namespace: agentsNamespace, disableResourceNameHashes: true });

    this.fluentd = new Fluentd(this, 'fluentd', {
      version,
      elasticsearch,
      dnsPorts,
      routes: routes.map(({ retention, dailyIngest, ...route }) => route),
      treatments,
      ...fluentd,
    });
  }
}
