import { ComponentResource, type CustomResourceOptions, type ProviderResource, type Resource } from '@pulumi/pulumi';
import { ApiObject, Chart } from 'cdk8s';

import { KubernetesObject, type Manifest } from './kubernetes-object';

/**
 * Turns charts into resources: one resource per Kubernetes object, in the order of the construct graph. An edge inside a
 * chart becomes one between two objects; an edge between charts makes an object wait for the whole other chart.
 */
export class ChartDeployment {
  private readonly charts = new Map<Chart, Resource>();

  /**
   * @param provider the cluster to deploy to
   * @param optionsOf options of an object, such as protection; its `dependsOn` is added to that of the graph
   */
  constructor(
    private readonly provider: ProviderResource,
    private readonly optionsOf: (manifest: Manifest) => CustomResourceOptions & { dependsOn?: Resource[] },
  ) {}

  /**
   * Deploys `chart`; the charts that it depends on come first.
   *
   * @returns the component that holds the objects of the chart
   */
  add(chart: Chart): Resource {
    const component = new ComponentResource(
      'cdk8s-efk:stacks:Chart',
      chart.node.id,
      // No inputs: Pulumi would keep a second copy of every object in the state (pulumi/pulumi-kubernetes#3894).
      {},
      { provider: this.provider },
    );
    // Before the objects are made: one that depends on its own chart finds it.
    this.charts.set(chart, component);

    // Synthesis resolves dependencies between constructs and charts to edges between objects, sorts and validates.
    const manifests = chart.toJson() as Manifest[];
    const objects = objectsOf(chart);
    const resources = new Map<ApiObject, Resource>();
    for (const manifest of manifests) {
      const object = objects.get(objectKey(manifest));
      if (!object) throw new Error(`no construct for ${objectKey(manifest)}`);
      const options = this.optionsOf(manifest);
      const dependsOn = [...this.dependencies(object, resources), ...(options.dependsOn ?? [])];
      resources.set(object, new KubernetesObject(manifest, { ...options, parent: component, dependsOn }));
    }
    return component;
  }

  private dependencies(object: ApiObject, resources: Map<ApiObject, Resource>): Set<Resource> {
    const dependencies = new Set<Resource>();
    for (const dependency of object.node.dependencies) {
      if (!ApiObject.isApiObject(dependency)) continue;
      const chart = Chart.of(dependency);
      const resource = chart === Chart.of(object) ? resources.get(dependency) : this.charts.get(chart);
      if (!resource)
        throw new Error(`${object.node.path} depends on ${dependency.node.path}, which is not deployed yet`);
      dependencies.add(resource);
    }
    return dependencies;
  }
}

function objectsOf(chart: Chart): Map<string, ApiObject> {
  const objects = chart.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  return new Map(objects.map((object) => [objectKey(object), object]));
}

function objectKey({ apiVersion, kind, metadata }: ApiObject | Manifest): string {
  return [apiVersion, kind, metadata.namespace, metadata.name].join('/');
}
