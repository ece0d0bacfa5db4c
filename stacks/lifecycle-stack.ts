import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { ElasticsearchEndpoint } from '../constructs/core';
import { IlmPolicy, IndexTemplate, Provisioner, SnapshotPolicy, SnapshotRepository } from '../constructs/lifecycle';
import type { Environment } from '../environments';
import { PROVISIONER_USER } from './secrets/accounts';

/** A lifecycle policy and an index template per retention class, snapshots where it keeps them, and the job that applies all. */
export class LifecycleStack extends Chart {
  /** Applies the policies and templates. */
  readonly provisioner: Provisioner;

  /** Names of the policies by which snapshots are taken. */
  readonly snapshotPolicies: readonly string[];

  constructor(scope: Construct, id: string, environment: Environment, elasticsearch: ElasticsearchEndpoint) {
    const { namespace, dnsPorts, retention, routes, snapshots } = environment;
    super(scope, id, { namespace, disableResourceNameHashes: true });

    const repository =
      snapshots && new SnapshotRepository(this, 'snapshots', { repositoryName: 'logs', bucket: snapshots.bucket });
    const classes = Object.entries(retention).map(([name, { snapshotRetention, ...ages }]) => {
      const policyName = `logs-${name}`;
      const classRoutes = routes.filter((route) => route.retention === name).map((route) => route.name);
      const snapshotPolicy =
        repository &&
        snapshotRetention &&
        new SnapshotPolicy(this, `${name}-snapshots`, {
          policyName,
          repositoryName: repository.repositoryName,
          routes: classRoutes,
          expireAfter: snapshotRetention,
        });
      return [
        ...(snapshotPolicy ? [snapshotPolicy] : []),
        new IlmPolicy(this, `${name}-policy`, {
          policyName,
          ...ages,
          ...(snapshotPolicy && { waitForSnapshotPolicy: snapshotPolicy.policyName }),
        }),
        new IndexTemplate(this, `${name}-template`, {
          templateName: policyName,
          policyName,
          routes: classRoutes,
          numberOfReplicas: environment.elasticsearch.indexReplicas,
        }),
      ];
    });
    this.snapshotPolicies = classes
      .flat()
      .flatMap((object) => (object instanceof SnapshotPolicy ? [object.policyName] : []));
    this.provisioner = new Provisioner(this, 'provisioner', {
      elasticsearch,
      username: PROVISIONER_USER,
      dnsPorts,
      objects: [...(repository ? [repository] : []), ...classes.flat()],
    });
  }
}
