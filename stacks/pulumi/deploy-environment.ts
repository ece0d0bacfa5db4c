import { Provider } from '@pulumi/kubernetes';
import { Config } from '@pulumi/pulumi';

import type { Environment } from '../../environments';
import type { Access } from './access';
import { deployStacks } from './deploy-stacks';

/**
 * Deploys `environment` to the context `kubernetes:context` of the stack's configuration, by default the current one of the
 * kubeconfig.
 *
 * @returns how people reach what was deployed
 * @throws PropsError if a construct refuses what the environment gives it
 */
export function deployEnvironment(environment: Environment): Access {
  const provider = new Provider('kubernetes', {
    // A provider that a program makes does not read the configuration of the default one by itself.
    context: new Config('kubernetes').get('context'),
    // Without these an edited ConfigMap is deleted and created again under running pods, because its name stays the same.
    enableConfigMapMutable: true,
    enableSecretMutable: true,
  });
  return deployStacks(environment, { options: { provider } }).access;
}
