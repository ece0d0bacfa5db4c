import type { ComponentResourceOptions, Input, Output, Resource } from '@pulumi/pulumi';
import { App } from 'cdk8s';

import type { Environment } from '../../environments';
import { defineStacks } from '../define-stacks';
import { secretsToMake } from '../secrets';
import { type Access, accessTo } from './access';
import { ChartDeployment, isWorkload, type ObjectOptions } from './charts';
import type { Manifest } from './kubernetes-object';
import { SecretsDeployment } from './secrets-deployment';

/** A large cluster starts, or rolls, for longer than the ten minutes that the provider waits by default. */
const WORKLOAD_TIMEOUTS = { create: '30m', update: '60m', delete: '15m' };

/** Where to deploy an environment to, and with what. */
export interface StacksInput {
  /** Options of every component: its parent, or its provider. */
  readonly options: ComponentResourceOptions;

  /**
   * What the names of all resources begin with.
   *
   * @default - nothing; only one deployment fits into a program
   */
  readonly prefix?: string;

  /**
   * Passwords that come from elsewhere, by user.
   *
   * @default - all passwords are made here
   */
  readonly passwords?: Readonly<Record<string, Input<string>>>;

  /**
   * Options of each object, which win over those that follow from the environment.
   *
   * @default - none
   */
  readonly objectOptions?: (manifest: Manifest) => ObjectOptions;
}

/** What was deployed. */
export interface DeployedStacks {
  /** How people reach it. */
  readonly access: Access;

  /**
   * Password of the first user, encrypted in the state.
   *
   * @default - unknown; the Secret exists already
   */
  readonly password?: Output<string>;
}

/**
 * Deploys `environment`: the namespaces, the Secrets that it does not find, and then everything else.
 *
 * @throws PropsError if a construct refuses what the environment gives it
 * @throws Error if a password is for nobody
 */
export function deployStacks(environment: Environment, input: StacksInput): DeployedStacks {
  const { options, prefix, passwords = {}, objectOptions = (): ObjectOptions => ({}) } = input;
  const stacks = defineStacks(new App(), environment);
  const specs = secretsToMake(environment, stacks.secrets);

  const users = specs.flatMap((spec) => (spec.kind === 'credentials' ? [spec.username] : []));
  const unknown = Object.keys(passwords).find((username) => !users.includes(username));
  if (unknown !== undefined) {
    throw new Error(
      `[${prefix ?? environment.name}] passwords must be of users whose Secrets are made here (${users.join(', ') || 'none'}), got one of ${JSON.stringify(unknown)}; correct the name${users.length > 0 ? '' : ", or set credentials to 'generated'"}`,
    );
  }

  const secrets: Resource[] = [];
  let made: SecretsDeployment | undefined;
  const deployment = new ChartDeployment({
    options,
    prefix,
    podAnnotations: (manifest) => made?.podAnnotations(manifest) ?? {},
    objectOptions: (manifest) => {
      const { dependsOn = [], ...others } = objectOptions(manifest);
      return {
        ...optionsOf(manifest, environment),
        ...others,
        dependsOn: isWorkload(manifest.kind) ? [...secrets, ...dependsOn] : dependsOn,
      };
    },
  });
  const [first, ...others] = stacks.charts;
  if (!first) throw new Error('there is nothing to deploy');
  const namespaces = deployment.add(first);
  made = new SecretsDeployment(specs, { options, prefix, namespaces, passwords });
  secrets.push(made.component);
  for (const chart of others) deployment.add(chart);

  const access = accessTo(environment, stacks);
  return { access, password: made.passwordOf(access.username) };
}

function optionsOf({ kind, metadata }: Manifest, { protectData, namespace }: Environment): ObjectOptions {
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
      return isWorkload(kind) ? { customTimeouts: WORKLOAD_TIMEOUTS } : {};
  }
}
