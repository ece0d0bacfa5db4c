import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

import { ownNamespaceMistake, refuse } from '../constructs/core';
import type { Environment } from '../environments';

/** A level of the Pod Security Standards. */
type PodSecurityLevel = 'privileged' | 'restricted';

/**
 * The two namespaces of the stack, each closed to the network until a component opens what it needs.
 *
 * They are two because a node agent mounts host paths, which PodSecurity forbids below `privileged`: everything else runs
 * where that is not possible.
 *
 * @throws PropsError if one of them belongs to the cluster: closing `kube-system` would cut off its DNS
 */
export class NamespacesStack extends Chart {
  constructor(scope: Construct, id: string, { namespace, agentsNamespace }: Environment) {
    super(scope, id, { disableResourceNameHashes: true });
    refuse(
      this,
      Object.entries({ namespace, agentsNamespace }).flatMap(([key, name]) => {
        const mistake = ownNamespaceMistake(name);
        return mistake === undefined ? [] : [`${key} ${mistake}`];
      }),
    );
    this.closedNamespace(namespace, 'restricted');
    this.closedNamespace(agentsNamespace, 'privileged');
  }

  private closedNamespace(name: string, level: PodSecurityLevel): void {
    const namespace = new k8s.KubeNamespace(this, name, {
      metadata: {
        name,
        labels: {
          'app.kubernetes.io/part-of': 'efk',
          'app.kubernetes.io/managed-by': 'cdk8s-efk',
          'pod-security.kubernetes.io/enforce': level,
          'pod-security.kubernetes.io/audit': 'restricted',
          'pod-security.kubernetes.io/warn': level,
        },
      },
    });
    const defaultDeny = new k8s.KubeNetworkPolicy(this, `${name}-default-deny`, {
      metadata: { name: 'default-deny', namespace: name },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    });
    defaultDeny.addDependency(namespace);
  }
}
