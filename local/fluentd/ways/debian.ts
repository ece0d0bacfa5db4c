import { existsSync } from 'node:fs';
import { appendFile, cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../../errors';
import { type RunResult, run } from '../../run';
import { onPath } from '../../toolchain/find';
import { AUTHORITIES, Chroot, enter, HOME } from '../chroot';
import { keyOf, readLock } from '../gems';
import type { Place, Way } from '../place';
import { bundleInstall, bundlerEnvironment, copyGemfile, INSTALL_MINUTES } from './bundle';
import { type Context, withProgress } from './context';
import { type Release, releaseFor } from './distribution';

/** What Ruby and its gems need to be installed. */
const PACKAGES = [
  'ruby',
  'ruby-dev',
  'bundler',
  'build-essential',
  'ca-certificates',
  'pkg-config',
  'libssl-dev',
  'zlib1g-dev',
  'libyaml-dev',
  'libffi-dev',
];

/** How long it takes to unpack them on two cores. In minutes. */
const UNPACK_MINUTES = 2;

/** As root on Debian or Ubuntu: a newer release with its Ruby in a folder of the cache, and the gems in it. */
export async function debianWay(context: Context): Promise<Way> {
  if (context.platform !== 'linux' || !context.isRoot) return { state: 'missing', reason: 'root on Debian or Ubuntu' };
  const release = releaseFor(context.system);
  if (typeof release === 'string') return { state: 'missing', reason: release };
  const mayMount = await run('unshare', ['--mount', 'true'], { env: context.environment }).catch(() => undefined);
  if (mayMount?.code !== 0) return { state: 'missing', reason: 'the right to mount in a namespace (unshare --mount)' };
  const key = keyOf([release.suite, process.arch, ...PACKAGES], context.gemFiles);
  const root = context.cache.fluentd(`${release.suite}-${key}`);
  if (existsSync(root)) return { state: 'there', place: await Chroot.open(root, release.suite) };
  if (!['debootstrap', 'apt-get'].some((program) => onPath(program, context.environment))) {
    return { state: 'missing', reason: 'debootstrap, or apt-get to install it' };
  }
  for (const url of [release.mirror, readLock(context.gemFiles).registry]) {
    const reason = await context.unreachable(url);
    if (reason !== undefined) return { state: 'missing', reason: `${release.suite} and its gems (${reason})` };
  }
  return { state: 'to be had', get: (why) => install(context, release, root, why) };
}

async function install(context: Context, release: Release, target: string, why: string): Promise<Place> {
  const { versions } = readLock(context.gemFiles);
  const label = `fluentd ${versions.get('fluentd')}`;
  const minutes = UNPACK_MINUTES + INSTALL_MINUTES;
  context.report(
    `${label}: ${why}; unpacking ${release.suite} with Ruby and installing ${versions.size} gems in it, about ${minutes} minutes and 1 GB in ${target}`,
  );
  await context.cache.inTemporaryFolder(async (folder) => {
    const root = join(folder, 'root');
    await getDebootstrap(context, label);
    await withProgress(context, `${label}, ${release.suite}`, UNPACK_MINUTES, async (now) => {
      checked('debootstrap', await debootstrap(context, release, root, (line) => now(line.replace(/^I: /, ''))));
    });
    for (const file of ['etc/hosts', 'etc/resolv.conf']) await appendFile(join(root, file), '');
    if (existsSync(AUTHORITIES)) await cp(AUTHORITIES, join(root, AUTHORITIES));
    await copyGemfile(join(root, HOME), context.gemFiles);
    const env = { ...proxies(context.environment), ...bundlerEnvironment(HOME) };
    const bundle = enter(root, { name: 'bundle', args: ['install'], env, cwd: '/', folders: [] });
    await bundleInstall(context, label, (onLine) => run(bundle.program, bundle.args, { env: bundle.env, onLine }));
    await rm(join(root, 'var/cache/apt/archives'), { recursive: true, force: true });
    await context.cache.publishFolder(root, target);
  });
  return Chroot.open(target, release.suite);
}

async function getDebootstrap({ environment, report }: Context, label: string): Promise<void> {
  if (onPath('debootstrap', environment)) return;
  report(`${label}: debootstrap is not installed, installing it with apt-get`);
  const apt = (...args: string[]) =>
    run('apt-get', ['-qq', ...args], { env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' } });
  await apt('update');
  checked('apt-get install debootstrap', await apt('install', '--yes', '--no-install-recommends', 'debootstrap'));
}

/** In a mount namespace: a debootstrap that is killed leaves `/proc` mounted in the folder, which is then removed. */
function debootstrap(
  { environment }: Context,
  release: Release,
  root: string,
  onLine: (line: string) => void,
): Promise<RunResult> {
  const args = [
    '--variant=minbase',
    `--components=${release.components}`,
    `--include=${PACKAGES.join(',')}`,
    release.suite,
    root,
    release.mirror,
  ];
  return run('unshare', ['--mount', 'debootstrap', ...args], { env: environment, onLine });
}

function checked(what: string, { code, stdout, stderr }: RunResult): void {
  if (code === 0) return;
  const lines = `${stdout}\n${stderr}`.trim().split('\n');
  throw new OperatorError(`${what} failed: ${lines.findLast((line) => /^[EW]: /.test(line)) ?? lines.at(-1)}`);
}

function proxies(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => /^(https?|no)_proxy$/i.test(name)) as [string, string][],
  );
}
