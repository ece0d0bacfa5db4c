import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Yaml } from 'cdk8s';

import type { Environment } from '../environments';
import { defineStacks } from './define-stacks';

/**
 * The manifests of `environment` as reviewers read them: YAML by file name `<chart>.k8s.yaml`. The same environment gives
 * the same bytes; no value of a Secret is in them.
 *
 * cdk8s itself would number the files as soon as one chart depends on another, and renumber them with every new chart.
 */
export function manifests(environment: Environment): Record<string, string> {
  const { charts } = defineStacks(new App(), environment);
  return Object.fromEntries(
    charts.map((chart) => [`${chart.node.id}.k8s.yaml`, Yaml.stringify(...(chart.toJson() as unknown[]))]),
  );
}

/**
 * Writes the manifests of `environments` to `<folder>/<environment>/`, and removes what is no longer generated.
 *
 * Everything is rendered before the first file is touched: an invalid environment leaves the folder as it was.
 */
export function writeManifests(folder: string, environments: readonly Environment[]): void {
  const rendered = environments.map((environment) => ({ name: environment.name, files: manifests(environment) }));
  mkdirSync(folder, { recursive: true });
  for (const { name, files } of rendered) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), text);
    removeOthers(join(folder, name), Object.keys(files));
  }
  removeOthers(
    folder,
    rendered.map(({ name }) => name),
  );
}

function removeOthers(folder: string, keep: readonly string[]): void {
  for (const entry of readdirSync(folder)) {
    if (!keep.includes(entry)) rmSync(join(folder, entry), { recursive: true });
  }
}
