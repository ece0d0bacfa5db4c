import { Provider } from '@pulumi/kubernetes';
import { Config, type CustomResourceOptions, type Resource } from '@pulumi/pulumi';
import { App } from 'cdk8s';

import type { Environment } from '../../environments';
import { defineStacks } from '../define-stacks';
import { secretsToMake } from '../secrets';
import { type Access, accessTo } from './access';
import { ChartDeployment } from './charts';
import type { Manifest } from './kubernetes-object';
import { deploySecrets } from './secrets-deployment';

/** Kinds whose pods read Secrets. */
const WORKLOADS = ['StatefulSet', 'DaemonSet', 'Deployment', 'Job'];

/** A large cluster starts, or rolls, for longer than the ten minutes that the provider waits by default. */
const WORKLOAD_TIMEOUTS = { create: '30m', update: '60m', delete: '15m' };

/**
 * Deploys `environment` to the context `kubernetes:context` of the stack's configuration, by default the current one of the
 * kubeconfig.
 *
 * @returns how people reach what was deployed
 * @throws PropsError if a construct refuses what the environment gives it
 */
export function deployEnvironment(environment: Environment): Access {
  const stacks = defineStacks(new App(), environment);

  const provider = new Provider('kubernetes', {
    // A provider that a program makes does not read the configuration of the default one by itself.
    context: new Config('kubernetes').get('context'),
    // Without these an edited ConfigMap is deleted and made anew under running pods, because its name stays the same.
    enableConfigMapMutable: true,
    enableSecretMutable: true,
  });

  const secrets: Resource[] = [];
  const deployment = new ChartDeployment(provider, (manifest) => ({
    ...objectOptions(manifest, environment),
    dependsOn: WORKLOADS.includes(manifest.kind) ? secrets : [],
  }));

  const [namespaces, ...others] = stacks.charts;
  if (!namespaces) throw new Error('there is nothing to deploy');
  secrets.push(deploySecrets(secretsToMake(environment, stacks.secrets), provider, deployment.add(namespaces)));
  for (const chart of others) deployment.add(chart);

  return accessTo(environment, stacks);
}

function objectOptions({ kind, metadata }: Manifest, { protectData, namespace }: Environment): CustomResourceOptions {
  switch (kind) {
    case 'StatefulSet':
      // Deleting it stops the cluster; its volumes stay, but Pulumi also deletes it to change an immutable field.
      return { protect: protectData, customTimeouts: WORKLOAD_TIMEOUTS };
    case 'Namespace': {
      // Deleting the namespace would delete the volume claims in it, and the data with them.
      const protect = protectData && metadata.name === namespace;
      return { protect, retainOnDelete: protect };
    }
    default:
      return WORKLOADS.includes(kind) ? { customTimeouts: WORKLOAD_TIMEOUTS } : {};
  }
}
