import { ApiObject, type ApiObjectProps, App, Chart, Yaml } from 'cdk8s';

/** The objects of each chart as plain data. */
export type ChartContents = Readonly<Record<string, readonly ApiObjectProps[]>>;

/**
 * Manifests of the same content without any construct of ours: as many charts with as many plain objects, whose content is
 * written down already. What cdk8s and YAML cost anyway; nothing that renders these bytes with cdk8s can be faster.
 */
export function floorManifests(contents: ChartContents): Record<string, string> {
  const app = new App();
  return Object.fromEntries(
    Object.entries(contents).map(([id, objects]) => {
      const chart = new Chart(app, id, { disableResourceNameHashes: true });
      for (const [index, object] of objects.entries()) new ApiObject(chart, `object-${index}`, object);
      return [`${id}.k8s.yaml`, Yaml.stringify(...(chart.toJson() as unknown[]))];
    }),
  );
}
