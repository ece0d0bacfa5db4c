import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { ElasticsearchEndpoint } from '../constructs/core';
import { Kibana } from '../constructs/kibana';
import type { Environment } from '../environments';

/** The user interface. */
export class KibanaStack extends Chart {
  /** The user interface. */
  readonly kibana: Kibana;

  constructor(scope: Construct, id: string, environment: Environment, elasticsearch: ElasticsearchEndpoint) {
    const { namespace, version, dnsPorts, ipFamily, kibana } = environment;
    super(scope, id, { namespace, disableResourceNameHashes: true });

    this.kibana = new Kibana(this, 'kibana', { version, elasticsearch, dnsPorts, ipFamily, ...kibana });
  }
}
