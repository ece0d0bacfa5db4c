import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

import { InputError } from '../errors';
import type { ManifestFiles } from './manifest-document';

/** Folder of the rendered manifests, one folder per environment. */
export const MANIFESTS_FOLDER = 'manifests';

/** YAML files below `path`, a file or a folder, by their path; none if it does not exist. */
export function readManifests(root: string, path: string): ManifestFiles {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return new Map();
  if (statSync(absolute).isFile()) return new Map([[path, readFileSync(absolute, 'utf8')]]);
  return new Map(
    readdirSync(absolute, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .filter((entry) => entry.isDirectory() || /\.ya?ml$/.test(entry.name))
      .flatMap((entry) => [...readManifests(root, posix.join(path, entry.name))]),
  );
}

/** Names of the environments of `files`: the folders right below {@link MANIFESTS_FOLDER}. */
export function environmentsOf(files: ManifestFiles): string[] {
  const folders = [...files.keys()].map((path) => path.split('/')).filter((parts) => parts.length > 2);
  return [...new Set(folders.map(([, name = '']) => name))].sort();
}

/** The files of one environment. */
export function filesOf(files: ManifestFiles, environment: string): ManifestFiles {
  const prefix = `${MANIFESTS_FOLDER}/${environment}/`;
  return new Map([...files].filter(([path]) => path.startsWith(prefix)));
}

/**
 * The manifests of one environment in the work tree.
 *
 * @throws InputError if there are none
 */
export function readEnvironment(root: string, environment: string): ManifestFiles {
  const all = readManifests(root, MANIFESTS_FOLDER);
  const found = filesOf(all, environment);
  if (found.size > 0) return found;
  throw unknownEnvironment(environment, environmentsOf(all));
}

/** The error for an environment that nobody rendered. */
export function unknownEnvironment(environment: string, known: readonly string[]): InputError {
  return new InputError(
    known.length === 0
      ? `[${MANIFESTS_FOLDER}] must hold the manifests of an environment, got none; run \`npm run synth\` in the folder of the project`
      : `[environment] must be one of ${known.join(', ')}, got '${environment}'; choose one, or run \`npm run synth\` first`,
  );
}
