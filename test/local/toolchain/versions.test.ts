import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valid, validRange } from 'semver';
import { expect, test } from 'vitest';
import { pulumiKubernetesVersion } from '../../../local/toolchain/modules';
import type { ToolName } from '../../../local/toolchain/tool';
import { tools } from '../../../local/toolchain/versions';

const names = Object.keys(tools) as ToolName[];
const folder = join(__dirname, '..', '..', '..', 'tools');

test.each(names)('%s: versions, checksums and addresses are well-formed', (name) => {
  const { version, installed, releases, module } = tools[name];
  expect(valid(version)).toBe(version);
  if (installed !== undefined) expect(validRange(installed.range)).not.toBeNull();
  expect(Object.keys(module.provides)).toContain(name);
  for (const release of Object.values(releases)) {
    expect(Object.keys(release.provides)).toContain(name);
    expect(new URL(release.url)).toMatchObject({ protocol: 'https:', search: '' });
    if ('sha256' in release.checksum) expect(release.checksum.sha256).toMatch(/^[0-9a-f]{64}$/);
    else expect(new URL(release.checksum.file).protocol).toBe('https:');
  }
});

test('no two files share a pinned checksum', () => {
  const releases = names.flatMap((name) => Object.values(tools[name].releases));
  const pinned = releases.flatMap(({ checksum }) => ('sha256' in checksum ? [checksum.sha256] : []));
  expect(new Set(pinned).size).toBe(pinned.length);
});

test.each([
  ['kubernetes', 'kube-apiserver', 'k8s.io/kubernetes v'],
  ['etcd', 'etcd', 'go.etcd.io/etcd/server/v3 v'],
  ['kwok', 'kwok', 'sigs.k8s.io/kwok v'],
  ['kube-score', 'kube-score', 'github.com/zegl/kube-score v'],
  ['pulumi', 'pulumi', 'github.com/pulumi/pulumi/pkg/v3 v'],
] as const)('tools/%s builds the version that is downloaded', (module, name, requirement) => {
  expect(readFileSync(join(folder, module, 'go.mod'), 'utf8')).toContain(requirement + tools[name].version);
});

test('every module is pinned by a go.sum, and used', () => {
  const used = new Set(names.map((name) => tools[name].module.folder));
  expect(readdirSync(folder).sort()).toEqual([...used].sort());
  for (const module of used) expect(existsSync(join(folder, module, 'go.sum'))).toBe(true);
});

test('the provider is of the version that the npm package asks for', () => {
  expect(require('@pulumi/kubernetes/package.json').version).toBe(pulumiKubernetesVersion);
});
