import { at, isMapping, type KubernetesObject, listAt } from '../manifests/kubernetes-object';
import { containersOf } from './containers';

/** A text of a manifest that programs read. */
export interface ConfigurationText {
  /** The object that holds it. */
  readonly object: KubernetesObject;

  /** Where it stands. */
  readonly where: string;

  /** The text. */
  readonly text: string;
}

/** Content of ConfigMaps, environment variables and commands. */
export function configurationTexts(objects: readonly KubernetesObject[]): ConfigurationText[] {
  const files = objects
    .filter(({ kind }) => kind === 'ConfigMap')
    .flatMap((object) => entries(object.data).map(([key, text]) => ({ object, where: key, text: String(text) })));
  const settings = containersOf(objects).flatMap(({ object, container, name }) => [
    ...listAt(container, 'env').map((variable) => ({
      object,
      where: `variable ${at(variable, 'name')} of container ${name}`,
      text: String(at(variable, 'value') ?? ''),
    })),
    ...[...listAt(container, 'command'), ...listAt(container, 'args')].map((text) => ({
      object,
      where: `command of container ${name}`,
      text: String(text),
    })),
  ]);
  return [...files, ...settings];
}

function entries(value: unknown): [string, unknown][] {
  return isMapping(value) ? Object.entries(value) : [];
}
