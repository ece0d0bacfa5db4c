import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OperatorError } from '../../../../local/errors';
import type { Context } from '../../../../local/fluentd/ways/context';
import { debianWay } from '../../../../local/fluentd/ways/debian';
import { temporaryFolder } from '../../../temporary-folder';
import { script } from '../../fixtures';
import { machine } from '../fixtures';

/** A Debian whose user is root; its `unshare` says what it would do and does it for debootstrap only, without namespace. */
function debian(
  changes: Partial<Context> = {},
  debootstrap = 'mkdir -p "$5/etc/ssl/certs" "$5/var/cache/apt/archives"',
) {
  const prepared = machine({ isRoot: true, ...changes });
  prepared.write('etc/os-release', 'ID=debian\nVERSION_CODENAME=bookworm\n');
  prepared.write('etc/apt/sources.list', 'deb http://mirror.example/debian bookworm main\n');
  const calls = join(temporaryFolder(), 'calls');
  script(
    prepared.PATH,
    'unshare',
    `PATH=/bin:/usr/bin
shift
[ "$1" = true ] && exit 0
echo "$@" >> ${calls}
if [ "$1" = debootstrap ]; then shift; ${debootstrap}; exit; fi
exit 1`,
  );
  script(prepared.PATH, 'debootstrap', 'exit 1');
  return { ...prepared, calls };
}

test.each([
  ['who is not root', () => debian({ isRoot: false }), 'root on Debian or Ubuntu'],
  ['of macOS', () => debian({ platform: 'darwin' }), 'root on Debian or Ubuntu'],
  ['without a network', () => debian({ unreachable: async () => 'ENOTFOUND' }), 'trixie and its gems (ENOTFOUND)'],
])('a user %s cannot have it', async (_, user, reason) => {
  expect(await debianWay(user().context)).toEqual({ state: 'missing', reason });
});

test('a root who may mount nothing cannot have it either', async () => {
  const { context, PATH } = debian();
  script(PATH, 'unshare', 'echo "unshare failed: Operation not permitted" >&2; exit 1');
  expect(await debianWay(context)).toMatchObject({ reason: 'the right to mount in a namespace (unshare --mount)' });
});

test('the mirror and the registry are asked', async () => {
  const asked: string[] = [];
  const unreachable = async (url: string) => {
    asked.push(url);
    return undefined;
  };
  expect(await debianWay(debian({ unreachable }).context)).toMatchObject({ state: 'to be had' });
  expect(asked).toEqual(['http://mirror.example/debian', 'https://rubygems.org/']);
});

test('a failure of debootstrap is one sentence and leaves nothing behind', async () => {
  const { context, lines, calls } = debian({}, 'echo "E: Invalid Release file, no entry for main"; exit 1');
  const way = await debianWay(context);
  if (way.state !== 'to be had') throw new Error(way.state);
  await expect(way.get('no Ruby')).rejects.toThrow(
    new OperatorError('debootstrap failed: E: Invalid Release file, no entry for main'),
  );
  expect(lines).toEqual([
    expect.stringMatching(
      /^fluentd 1\.19\.3: no Ruby; unpacking trixie with Ruby and installing 99 gems in it, about 4 minutes and 1 GB in \S+$/,
    ),
  ]);
  expect(readFileSync(calls, 'utf8')).toMatch(
    /^debootstrap --variant=minbase --components=main --include=ruby,\S+ trixie \S+ http:\/\/mirror.example\/debian\n$/,
  );
  expect(existsSync(join(context.cache.root, 'fluentd'))).toBe(false);
  expect(readdirSync(join(context.cache.root, 'tmp'))).toEqual([]);
});

test('a missing debootstrap is installed, and said to be', async () => {
  const { context, lines, PATH } = debian({}, 'exit 1');
  rmSync(join(PATH, 'debootstrap'));
  expect(await debianWay(context)).toEqual({ state: 'missing', reason: 'debootstrap, or apt-get to install it' });

  script(
    PATH,
    'apt-get',
    'case "$*" in *install*) echo "E: Unable to locate package debootstrap" >&2; exit 100;; esac',
  );
  const way = await debianWay(context);
  if (way.state !== 'to be had') throw new Error(way.state);
  await expect(way.get('')).rejects.toThrow(
    'apt-get install debootstrap failed: E: Unable to locate package debootstrap',
  );
  expect(lines.at(-1)).toBe('fluentd 1.19.3: debootstrap is not installed, installing it with apt-get');
});
