import type { Configuration, Surroundings } from '../../../constructs/fluentd/checks';
import { ConfParseError, type ParsedDirective, parse, tryParse, withIncludes } from '../../../constructs/fluentd/conf';
import { at, isMapping, type KubernetesObject, listAt } from '../../manifests/kubernetes-object';
import { type Container, containersOf } from '../containers';
import type { Violation } from '../rule';
import { type MountedFile, mountedFiles } from './mounted-files';
import { surroundingsOf } from './surroundings';

/** A configuration of Fluentd in manifests. */
export interface DeployedConfiguration extends Configuration {
  /** Its files, by the path at which Fluentd sees them. */
  readonly files: ReadonlyMap<string, MountedFile>;

  /** Files that Fluentd could not read. */
  readonly violations: readonly Violation[];
}

/** Where images look for the first file, if nobody says. */
const FIRST_FILES = ['/fluentd/etc/fluent.conf', '/etc/fluent/fluent.conf', '/etc/td-agent/td-agent.conf'];

/** What was found in manifests: many rules ask for it. */
const FOUND = new WeakMap<readonly KubernetesObject[], DeployedConfiguration[]>();

/** All configurations of Fluentd: those that containers run, and those of ConfigMaps that no container here mounts. */
export function deployedConfigurations(objects: readonly KubernetesObject[]): DeployedConfiguration[] {
  const known = FOUND.get(objects) ?? find(objects);
  FOUND.set(objects, known);
  return known;
}

function find(objects: readonly KubernetesObject[]): DeployedConfiguration[] {
  const used = new Set<string>();
  const run = containersOf(objects).flatMap((container) => {
    if (!isFluentd(container)) return [];
    const files = mountedFiles(container, objects);
    for (const { object, key } of files.values()) used.add(idOf(object, key));
    return ofContainer(container, files, surroundingsOf(container, objects, files));
  });
  const others = objects
    .filter(({ kind }) => kind === 'ConfigMap')
    .flatMap((object) =>
      (isMapping(object.data) ? Object.entries(object.data) : []).map(([key, text]) => ({
        object,
        key,
        text: String(text),
      })),
    )
    .filter(({ object, key, text }) => !used.has(idOf(object, key)) && isConfiguration(key, text))
    .map((file) => part(file.key, new Map([[file.key, file]]), { gems: 'unknown' }));
  return [...run, ...others];
}

function ofContainer(
  container: Container,
  files: ReadonlyMap<string, MountedFile>,
  surroundings: Surroundings,
): DeployedConfiguration[] {
  const first = firstFile(container, files);
  if (first === undefined) {
    // The first file is in the image: what is mounted is a part of it.
    return [...files]
      .filter(([path, { text }]) => isConfiguration(path, text))
      .map(([path]) => part(path, files, surroundings));
  }
  const violations: Violation[] = [];
  const read = (path: string) => {
    const file = files.get(path);
    try {
      return file && parse(file.text);
    } catch (error) {
      if (!(error instanceof ConfParseError) || !file) throw error;
      violations.push({ object: file.object, message: `${file.key}:${error.line} ${error.mistake}` });
      return undefined;
    }
  };
  return [{ directives: withIncludes(first, [...files.keys()], read), files, surroundings, violations }];
}

/** A configuration that may be a part of one: the rest is included from somewhere. */
function part(
  path: string,
  files: ReadonlyMap<string, MountedFile>,
  surroundings: Surroundings,
): DeployedConfiguration {
  const rest: ParsedDirective = { name: '@include', line: 0, lastLine: 0, params: {}, paramLines: {}, children: [] };
  const directives = withIncludes(path, [path], (file) => tryParse(files.get(file)?.text ?? ''));
  return { directives: [...directives, rest], files, surroundings, violations: [] };
}

function firstFile({ container }: Container, files: ReadonlyMap<string, MountedFile>): string | undefined {
  const words = [...listAt(container, 'command'), ...listAt(container, 'args')].flatMap((word) =>
    String(word).split(/[\s=]+/),
  );
  const option = words.findIndex((word) => word === '-c' || word === '--config');
  const variable = listAt(container, 'env').find((entry) => at(entry, 'name') === 'FLUENTD_CONF');
  const named = option < 0 ? at(variable, 'value') : words[option + 1];
  const said = typeof named === 'string' ? [named, `/fluentd/etc/${named}`] : FIRST_FILES;
  return said.find((path) => files.has(path));
}

function isFluentd({ container }: Container): boolean {
  const image = String(at(container, 'image') ?? '').replace(/@.*$/, '');
  const commands = [...listAt(container, 'command'), ...listAt(container, 'args')].map(String);
  return (
    /(?:^|\/)[\w.-]*fluentd[\w.-]*(?::|$)/.test(image) ||
    commands.some((word) => /(?:^|\/|\s)fluentd(?:\s|$)/.test(word))
  );
}

/** Whether a text is a configuration of Fluentd, or a part of one, and not of something else in tags. */
function isConfiguration(name: string, text: string): boolean {
  const directives = /\.conf$/.test(name) ? (tryParse(text) ?? []) : [];
  const hasPlugin = (list: readonly ParsedDirective[]): boolean =>
    list.some(({ params, children }) => '@type' in params || hasPlugin(children));
  return hasPlugin(directives);
}

function idOf({ metadata: { namespace, name } }: KubernetesObject, key: string): string {
  return JSON.stringify([namespace, name, key]);
}
