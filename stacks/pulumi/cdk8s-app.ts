import { ComponentResource, type ComponentResourceOptions, type Resource } from '@pulumi/pulumi';
import type { App, Chart } from 'cdk8s';

import { ChartDeployment, type ObjectOptions } from './charts';
import type { Manifest } from './kubernetes-object';

/** Options for deploying an app; those of every component of Pulumi, such as `provider`, and one of our own. */
export interface Cdk8sAppOptions extends ComponentResourceOptions {
  /**
   * Options of each object: `protect` what holds data, `import` what exists, give `customTimeouts` to what is slow.
   *
   * @default - none
   */
  readonly objectOptions?: (manifest: Manifest) => ObjectOptions;
}

/**
 * The charts of any cdk8s app as Pulumi resources: one resource per object, ordered by the dependencies of the constructs.
 * Values of objects may be Outputs, except names and namespaces.
 *
 * Resources are called `<name>/<chart>/<Kind>/<namespace>/<name>`, whatever the construct tree above them looks like.
 */
export class Cdk8sApp extends ComponentResource {
  /** The component of a chart, for what must wait for all its objects. */
  readonly charts: ReadonlyMap<Chart, Resource>;

  constructor(name: string, app: App, { objectOptions = (): ObjectOptions => ({}), ...options }: Cdk8sAppOptions = {}) {
    super('cdk8s-efk:stacks:App', name, {}, options);
    const deployment = new ChartDeployment({ options: { parent: this }, prefix: name, objectOptions });
    this.charts = new Map(app.charts.map((chart) => [chart, deployment.add(chart)]));
    this.registerOutputs({});
  }
}
