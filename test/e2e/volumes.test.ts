import { afterAll, beforeAll, expect, test } from 'vitest';

import { environmentNamed } from '../../environments';
import type { ManifestFiles } from '../../review/manifests/manifest-document';
import { dataChanges, reviewEnvironment } from '../../review/summary/review';
import { manifests } from '../../stacks';
import { Deployment, succeeded } from './deployment';

/** What is protected against replacement, as in production, gets larger volumes; each test begins where the one before ended. */
const [before, after] = ['10Gi', '20Gi'] as const;

let deployment: Deployment;

beforeAll(async () => {
  deployment = await Deployment.start('dev');
  deployment.edit('environments/dev.ts', 'protectData: false', 'protectData: true');
  await deployment.up();
  deployment.edit('environments/dev.ts', `storage: '${before}'`, `storage: '${after}'`);
});
afterAll(() => Deployment.stop('dev'));

/** Ids of the pods of Elasticsearch, and what its claims ask for. */
async function found(): Promise<{ pods: string[]; sizes: unknown[] }> {
  const pods = (await deployment.objects('pods')).filter(({ metadata }) => metadata.name.startsWith('elasticsearch-'));
  const claims = (await deployment.objects('persistentvolumeclaims')) as unknown as {
    spec: { resources: { requests: { storage: string } } };
  }[];
  return {
    pods: pods.map(({ metadata }) => metadata.uid),
    sizes: claims.map(({ spec }) => spec.resources.requests.storage),
  };
}

/** What the review says of the change. */
function review() {
  const files = (storage: '10Gi' | '20Gi'): ManifestFiles => {
    const environment = environmentNamed('dev');
    const nodeSets = environment.elasticsearch.nodeSets.map((set) => ({ ...set, storage }));
    const rendered = manifests({ ...environment, elasticsearch: { ...environment.elasticsearch, nodeSets } });
    return new Map(Object.entries(rendered).map(([file, text]) => [`manifests/dev/${file}`, text]));
  };
  return reviewEnvironment('dev', files(before), files(after));
}

test('the review says that the StatefulSet would be replaced, and that data is kept', () => {
  const { changes } = review();
  expect(changes.map(({ effect, data }) => ({ effect, data }))).toEqual([{ effect: 'replace', data: 'kept' }]);
  expect(dataChanges(review())).toEqual([]);
});

test('Pulumi alone refuses, and nothing is touched', async () => {
  const was = await found();
  const { code, stdout, stderr } = await deployment.stack.up();
  expect(code).not.toBe(0);
  expect(stdout + stderr).toMatch(
    /unable to replace resource ".*elasticsearch-all"\s+as it is currently marked for protection/,
  );
  expect(await found()).toEqual(was);
});

test('the steps of the review grow the volumes, and no pod stops', async () => {
  const was = await found();
  // What the first step says must hold: the class of this cluster does not let volumes grow by default.
  const patch = ['--patch', '{"allowVolumeExpansion":true}'];
  succeeded(await deployment.kubectl(['patch', 'storageclass', 'standard', ...patch]));

  const steps = review().changes.flatMap((change) => change.steps);
  const commands = steps.filter((step) => step.startsWith('kubectl '));
  expect(commands).toHaveLength(2);
  for (const command of commands) {
    // Quotes are only around JSON, which has no blanks.
    succeeded(await deployment.kubectl(command.replaceAll("'", '').split(' ').slice(1)));
  }
  expect(steps.at(-1)).toMatch(/^pulumi up --refresh /);
  const output = await deployment.pulumi('up', '--yes', '--refresh');

  expect(output).toMatch(/StatefulSet\/logging\/elasticsearch-all created/);
  expect(output).not.toMatch(/replaced|deleting/);
  expect(await found()).toEqual({ pods: was.pods, sizes: [after] });
  expect(await deployment.plan()).toEqual({});
});

test('what breaks a policy is refused without a stack trace, and nothing is touched', async () => {
  const was = await found();
  deployment.edit('constructs/core/images.ts', 'node:24.11.1-bookworm-slim', 'node:latest');
  const { code, stdout, stderr } = await deployment.stack.up();
  expect(code).not.toBe(0);
  expect(stdout + stderr).toMatch(
    /environment 'dev' breaks policies \(1\):\n +\[fixed-image\] Job logging\/provisioner-/,
  );
  expect(stdout + stderr).not.toMatch(/at .*\.ts:\d+/);
  expect(await found()).toEqual(was);
});
