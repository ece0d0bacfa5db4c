import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Input,
  type Resource,
} from '@pulumi/pulumi';
import { ApiObject, App, Chart } from 'cdk8s';

import { KubernetesObject, type Manifest, resourceName } from './kubernetes-object';
import { OutputResolver } from './output-resolver';

/** Options of one object; `dependsOn` is added to what the construct graph says. */
export type ObjectOptions = CustomResourceOptions & { readonly dependsOn?: readonly Resource[] };

/** Kinds that make pods. */
const WORKLOADS = ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'StatefulSet'];

/** Whether objects of `kind` make pods. */
export function isWorkload(kind: string): boolean {
  return WORKLOADS.includes(kind);
}

/** What a `ChartDeployment` depends on. */
export interface ChartDeploymentInput {
  /** Options of the component of each chart: its parent, or its provider. */
  readonly options: ComponentResourceOptions;

  /**
   * What the names of all resources begin with. Types of parents are part of a URN and their names are not: without it,
   * only one deployment fits into a program.
   *
   * @default - nothing
   */
  readonly prefix?: string;

  /** Options of an object, such as protection. */
  readonly objectOptions: (manifest: Manifest) => ObjectOptions;

  /**
   * Annotations for the pods of a workload, beyond its own.
   *
   * @default - none
   */
  readonly podAnnotations?: (manifest: Manifest) => Readonly<Record<string, Input<string>>>;
}

/**
 * Turns charts into resources: one resource per Kubernetes object, in the order of the construct graph. An edge inside a
 * chart becomes one between two objects; an edge between charts makes an object wait for the whole other chart.
 */
export class ChartDeployment {
  private readonly charts = new Map<Chart, Resource>();
  private readonly resolvers = new Map<App, OutputResolver>();

  /** @param input where to deploy to, and how */
  constructor(private readonly input: ChartDeploymentInput) {}

  /**
   * Deploys `chart`; the charts that it depends on come first.
   *
   * @returns the component that holds the objects of the chart
   * @throws Error if an Output stands where none can
   */
  add(chart: Chart): Resource {
    const { options, prefix, objectOptions, podAnnotations = () => ({}) } = this.input;
    const name = [prefix, chart.node.path].filter(Boolean).join('/');
    // No inputs: Pulumi would keep a second copy of every object in the state (pulumi/pulumi-kubernetes#3894).
    const component = new ComponentResource('cdk8s-efk:stacks:Chart', name, {}, options);
    // Before the objects are made: one that depends on its own chart finds it.
    this.charts.set(chart, component);

    // Synthesis resolves dependencies between constructs and charts to edges between objects, sorts and validates.
    const resolver = this.resolverOf(App.of(chart));
    const manifests = chart.toJson() as Manifest[];
    resolver.refuse();
    const objects = objectsOf(chart);
    const resources = new Map<ApiObject, Resource>();
    for (const manifest of manifests) {
      const object = objects.get(objectKey(manifest));
      if (!object) throw new Error(`no construct for ${objectKey(manifest)}`);
      const { dependsOn = [], ...others } = objectOptions(manifest);
      const resource = new KubernetesObject(
        annotatePods(resolver.restore(manifest) as Manifest, podAnnotations(manifest)),
        { ...others, parent: component, dependsOn: [...this.dependencies(object, resources), ...dependsOn] },
        // It begins with the name of its parent, so that an alias of the component finds the objects as well.
        prefix === undefined ? undefined : `${name}/${resourceName(manifest)}`,
      );
      resources.set(object, resource);
    }
    return component;
  }

  private dependencies(object: ApiObject, resources: Map<ApiObject, Resource>): Set<Resource> {
    const dependencies = new Set<Resource>();
    for (const dependency of object.node.dependencies) {
      if (!ApiObject.isApiObject(dependency)) continue;
      // Pulumi waits for a Service until it has pods: pods that waited for their Service would wait for themselves.
      if (dependency.kind === 'Service' && isWorkload(object.kind)) continue;
      const chart = Chart.of(dependency);
      const resource = chart === Chart.of(object) ? resources.get(dependency) : this.charts.get(chart);
      if (!resource)
        throw new Error(`${object.node.path} depends on ${dependency.node.path}, which is not deployed yet`);
      dependencies.add(resource);
    }
    return dependencies;
  }

  /** One per app, which asks it for every value from then on. */
  private resolverOf(app: App): OutputResolver {
    const resolver = this.resolvers.get(app) ?? new OutputResolver();
    if (!this.resolvers.has(app)) {
      this.resolvers.set(app, resolver);
      app.resolvers.unshift(resolver);
    }
    return resolver;
  }
}

/** `manifest` with `annotations` on the pods that it makes. */
function annotatePods(manifest: Manifest, annotations: Readonly<Record<string, Input<string>>>): Manifest {
  if (Object.keys(annotations).length === 0) return manifest;
  const spec = manifest.spec as { template: { metadata?: { annotations?: object } } };
  const { template } = spec;
  const metadata = { ...template.metadata, annotations: { ...template.metadata?.annotations, ...annotations } };
  return { ...manifest, spec: { ...spec, template: { ...template, metadata } } };
}

function objectsOf(chart: Chart): Map<string, ApiObject> {
  const objects = chart.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  return new Map(objects.map((object) => [objectKey(object), object]));
}

function objectKey({ apiVersion, kind, metadata }: ApiObject | Manifest): string {
  return [apiVersion, kind, metadata.namespace, metadata.name].join('/');
}
