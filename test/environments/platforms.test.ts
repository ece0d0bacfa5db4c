import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

import { defineEnvironment, type EnvironmentInput } from '../../environments';
import { dev } from '../../environments/dev';
import { production } from '../../environments/production';
import { waiversIn } from '../../review/policies/waivers-file';
import { checkPolicies, manifests } from '../../stacks';
import { fencesOf } from '../rules/markdown';
import { ROOT } from '../rules/source-tree';

const guide = readFileSync(join(ROOT, 'docs/platforms.md'), 'utf8');

/** What the fences of the guide export, by its name. */
const exported: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...fencesOf('docs/platforms.md', guide)
    .filter(({ language }) => language === 'ts')
    .map(({ text }) => run(text)),
);

function run(text: string): object {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const module = { exports: {} };
  const modules: Readonly<Record<string, object>> = { './production': { production }, './dev': { dev } };
  new Function('exports', 'require', outputText)(module.exports, (name: string) => modules[name]);
  return module.exports;
}

const { fluentd, ...platforms } = exported;

test('every platform is an environment that is right, and its objects comply with the policies', () => {
  expect(Object.keys(platforms)).toEqual(['openShift', 'gke', 'autopilot', 'eks', 'aks', 'talos', 'k3s']);
  for (const platform of Object.values(platforms)) {
    const environment = defineEnvironment(platform as EnvironmentInput);
    expect(Object.keys(manifests(environment))).toContain('fluentd.k8s.yaml');
    // No policy needs a waiver that the environments of this repository do not need.
    checkPolicies(environment, { waivers: waiversIn(ROOT) });
  }
});

test('all options together are right', () => {
  const environment = { ...production, fluentd: fluentd as EnvironmentInput['fluentd'] };
  expect(defineEnvironment(environment).fluentd).toEqual(fluentd);
});

test('the guide names every option of the collector that a platform may need', () => {
  const shown = fluentd as Required<EnvironmentInput['fluentd']>;
  const rows = guide.split('\n').filter((line) => line.startsWith('| `'));
  for (const option of Object.keys(shown).filter((key) => key !== 'bufferSize' && key !== 'pod' && key !== 'image')) {
    expect(
      rows.some((row) => row.includes(`\`${option}\``)),
      option,
    ).toBe(true);
  }
  for (const option of Object.keys(shown.pod)) {
    expect(
      rows.some((row) => row.includes(`\`pod.${option}\``)),
      option,
    ).toBe(true);
  }
});
