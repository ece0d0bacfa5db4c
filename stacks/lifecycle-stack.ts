import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { ElasticsearchEndpoint } from '../constructs/core';
import { IlmPolicy, IndexTemplate, Provisioner } from '../constructs/lifecycle';
import type { Environment } from '../environments';
import { PROVISIONER_USER } from './accounts';

/** A lifecycle policy and an index template per retention class, and the job that applies them. */
export class LifecycleStack extends Chart {
  /** Applies the policies and templates. */
  readonly provisioner: Provisioner;

  constructor(scope: Construct, id: string, environment: Environment, elasticsearch: ElasticsearchEndpoint) {
    const { namespace, retention, routes } = environment;
    super(scope, id, { namespace, disableResourceNameHashes: true });

    const classes = Object.entries(retention).map(([name, ages]) => {
      const policyName = `logs-${name}`;
      return {
        policy: new IlmPolicy(this, `${name}-policy`, { policyName, ...ages }),
        template: new IndexTemplate(this, `${name}-template`, {
          templateName: policyName,
          policyName,
          routes: routes.filter((route) => route.retention === name).map((route) => route.name),
          numberOfReplicas: environment.elasticsearch.indexReplicas,
        }),
      };
    });
    this.provisioner = new Provisioner(this, 'provisioner', {
      elasticsearch,
      username: PROVISIONER_USER,
      objects: classes.flatMap(({ policy, template }) => [policy, template]),
    });
  }
}
