import { at, type KubernetesObject } from '../../manifests/kubernetes-object';
import { containersOf } from '../containers';

/** Major versions of Elasticsearch in manifests, by its image or by what the operator of Elastic is told. */
export function elasticsearchMajors(objects: readonly KubernetesObject[]): string[] {
  const images = containersOf(objects).map(({ container }) => String(at(container, 'image') ?? ''));
  const versions = [
    ...images.map((image) => /(?:^|\/)elasticsearch:v?(\d+)\./.exec(image)?.[1]),
    ...objects
      .filter(
        ({ apiVersion, kind }) => kind === 'Elasticsearch' && apiVersion.startsWith('elasticsearch.k8s.elastic.co/'),
      )
      .map((object) => /^(\d+)\./.exec(String(at(object.spec, 'version') ?? ''))?.[1]),
  ];
  return [...new Set(versions.filter((version) => version !== undefined))];
}
