import { ComponentResource, type ComponentResourceOptions, type Input, type Output, RunError } from '@pulumi/pulumi';

import { defineEnvironment, type EnvironmentInput, isOperatorMistake } from '../../environments';
import type { Access } from './access';
import type { ObjectOptions } from './charts';
import { deployStacks } from './deploy-stacks';
import type { Manifest } from './kubernetes-object';

/**
 * Options of an `EfkStack`; those of every component of Pulumi, and what comes from elsewhere.
 *
 * Give it a `provider` with `enableConfigMapMutable: true` and `enableSecretMutable: true`: without them, Pulumi deletes an
 * edited ConfigMap or Secret and creates it again under running pods.
 */
export interface EfkStackOptions extends ComponentResourceOptions {
  /**
   * Passwords that come from elsewhere, for instance from Vault, by user: `elastic`, `fluentd`, `provisioner`. A changed
   * password takes effect with the next deployment.
   *
   * @default - passwords are made once and kept, encrypted, in the state
   */
  readonly passwords?: Readonly<Record<string, Input<string>>>;

  /**
   * Options of each object, which win over our own: `import` what exists, change what is protected.
   *
   * @default - what holds data is protected, as `protectData` of the environment says
   */
  readonly objectOptions?: (manifest: Manifest) => ObjectOptions;
}

/**
 * Elasticsearch, Fluentd and Kibana of one environment, in the cluster of the provider. Several fit into one program: all
 * resources below it are called `<name>/...`.
 *
 * @throws RunError with every mistake of the environment
 */
export class EfkStack extends ComponentResource implements Access {
  readonly kibanaUrl: string;

  readonly kibanaPortForward: string;

  readonly username: string;

  readonly passwordCommand: string;

  readonly elasticsearchUrl: string;

  /** Password of `username`, a secret; undefined if `credentials` of the environment are `existing`. */
  readonly password: Output<string> | undefined;

  /**
   * @param name name of the component, with which the names of all its resources begin
   * @param environment what to deploy; defaults are filled in
   */
  constructor(name: string, environment: EnvironmentInput, options: EfkStackOptions = {}) {
    const { passwords, objectOptions, ...componentOptions } = options;
    super('cdk8s-efk:stacks:EfkStack', name, {}, componentOptions);
    const { access, password } = explained(() =>
      deployStacks(defineEnvironment(environment), {
        options: { parent: this },
        prefix: name,
        passwords,
        objectOptions,
      }),
    );
    this.kibanaUrl = access.kibanaUrl;
    this.kibanaPortForward = access.kibanaPortForward;
    this.username = access.username;
    this.passwordCommand = access.passwordCommand;
    this.elasticsearchUrl = access.elasticsearchUrl;
    this.password = password;
    this.registerOutputs({ ...access });
  }
}

/** Without a stack trace: the mistake is in the environment, not in the program. */
function explained<T>(deploy: () => T): T {
  try {
    return deploy();
  } catch (error) {
    throw isOperatorMistake(error) ? new RunError(error.message) : error;
  }
}
