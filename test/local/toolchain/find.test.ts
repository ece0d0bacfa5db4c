import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findInstalled, onPath } from '../../../local/toolchain/find';
import { temporaryFolder } from '../../temporary-folder';
import { etcd, script } from '../fixtures';

test.each([
  ['on a line of its own', 'echo etcd Version: 9.0.4; echo Git SHA: 1234567'],
  ['with a v', 'echo Kubernetes v9.0.4'],
  ['on standard error', 'echo v9.0.4 >&2'],
])('a program that says a fit version %s is fit', async (_, body) => {
  const folder = temporaryFolder();
  const path = script(folder, 'etcd', body);
  expect(await findInstalled('etcd', etcd(), { PATH: `/nowhere:${folder}:/bin` })).toEqual({
    state: 'fit',
    path,
    version: '9.0.4',
  });
});

test.each([
  ['too old', 'echo 8.9.9', 'it is 8.9.9, needed is ~9.0.0'],
  ['too new', 'echo 9.1.0', 'it is 9.1.0, needed is ~9.0.0'],
  ['another program', 'echo usage: etcd', 'it does not say its version'],
])('a program that is %s is not fit', async (_, body, reason) => {
  const folder = temporaryFolder();
  const path = script(folder, 'etcd', body);
  expect(await findInstalled('etcd', etcd(), { PATH: `${folder}:/bin` })).toEqual({ state: 'unfit', path, reason });
});

test('what is not on PATH, or not executable, is missing', async () => {
  expect(await findInstalled('etcd', etcd(), { PATH: temporaryFolder() })).toEqual({ state: 'missing' });
  expect(await findInstalled('etcd', etcd(), {})).toEqual({ state: 'missing' });
  expect(onPath('passwd', { PATH: '/etc' })).toBeUndefined();
});

test('a program whose version cannot be asked for is never used', async () => {
  const folder = temporaryFolder();
  script(folder, 'etcd', 'echo 9.0.0');
  expect(await findInstalled('etcd', etcd({ installed: undefined }), { PATH: folder })).toEqual({ state: 'missing' });
});

test("the provider is looked for among the plugins of the user's own Pulumi", async () => {
  const home = temporaryFolder();
  const name = 'pulumi-resource-kubernetes';
  const path = script(join(home, 'plugins', 'resource-kubernetes-v9.0.0'), name, 'echo 9.0.0');
  expect(await findInstalled(name, etcd(), { PULUMI_HOME: home, PATH: '/bin' })).toEqual({
    state: 'fit',
    path,
    version: '9.0.0',
  });
});
