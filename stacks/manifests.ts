import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Yaml } from 'cdk8s';

import type { Environment } from '../environments';
import { type Deployed, type PolicyOptions, requirePolicies } from '../review/policies/require-policies';
import { defineStacks } from './define-stacks';

/**
 * The manifests of `environment` as reviewers read them: YAML by file name `<chart>.k8s.yaml`. The same environment gives
 * the same bytes; no value of a Secret is in them.
 *
 * cdk8s itself would number the files as soon as one chart depends on another, and renumber them with every new chart.
 */
export function manifests(environment: Environment): Record<string, string> {
  return yamlFiles(render(environment));
}

/**
 * Refuses an environment whose objects break a policy; for what is deployed without being written to files.
 *
 * @throws PolicyError with every violation
 */
export function checkPolicies(environment: Environment, options: PolicyOptions = {}): void {
  requirePolicies([deployed(environment.name, render(environment))], options);
}

/**
 * Writes the manifests of `environments` to `<folder>/<environment>/`, and removes what is no longer generated.
 *
 * Everything is rendered, and checked, before the first file is touched: a mistake leaves the folder as it was.
 *
 * @param policies what the objects must comply with, by default nothing
 * @throws PolicyError with every violation in all environments
 */
export function writeManifests(folder: string, environments: readonly Environment[], policies?: PolicyOptions): void {
  const charts = environments.map((environment) => ({ name: environment.name, objects: render(environment) }));
  if (policies) {
    requirePolicies(
      charts.map(({ name, objects }) => deployed(name, objects)),
      policies,
    );
  }
  const rendered = charts.map(({ name, objects }) => ({ name, files: yamlFiles(objects) }));
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

/** Objects of each chart, by its id. */
type Rendered = Readonly<Record<string, Deployed['objects']>>;

function render(environment: Environment): Rendered {
  const { charts } = defineStacks(new App(), environment);
  return Object.fromEntries(charts.map((chart) => [chart.node.id, chart.toJson()]));
}

function yamlFiles(rendered: Rendered): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rendered).map(([chart, objects]) => [`${chart}.k8s.yaml`, Yaml.stringify(...objects)]),
  );
}

function deployed(name: string, rendered: Rendered): Deployed {
  return { name, objects: Object.values(rendered).flat() };
}

function removeOthers(folder: string, keep: readonly string[]): void {
  for (const entry of readdirSync(folder)) {
    if (!keep.includes(entry)) rmSync(join(folder, entry), { recursive: true });
  }
}
